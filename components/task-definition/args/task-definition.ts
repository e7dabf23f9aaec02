import type * as pulumi from "@pulumi/pulumi";
import {
    ecsNamePattern,
    ecsNameRequirement,
    inferentiaInstanceTypes,
    maxTaskPlacementConstraints,
    neuronRuntimes,
    type InferentiaInstanceType,
    type NeuronRuntime,
} from "../../../contract";
import type { Reference } from "../../engine/record";
import type { PoolReference } from "../../pool/pool-reference";
import { poolReference } from "../../pool/pool-reference";
import { logRetention } from "../../validation/log-retention";
import { list, optional, required, type Fields } from "../../validation/shape";
import {
    anyText,
    arnOf,
    boolean,
    integer,
    kmsKeyArn,
    oneOf,
    policyArn,
    roleArn,
    tags,
    text,
} from "../../validation/values";
import { modelContainer, sidecar, type Container, type ModelContainer } from "./container";
import { neuronRtd, type NeuronRtd } from "./neuron-rtd";
import {
    placementConstraint,
    proxyConfiguration,
    roleStatements,
    runtimePlatform,
    type PlacementConstraint,
    type ProxyConfiguration,
    type RoleStatement,
    type RuntimePlatform,
} from "./task-settings";
import { volume, type Volume } from "./volume";

/** The Docker network mode of a task. */
export const NetworkMode = {
    Bridge: "bridge",
    Host: "host",
    Awsvpc: "awsvpc",
} as const;
/** A Docker network mode of ECS on EC2 that lets a task be reached. */
export type NetworkMode = (typeof NetworkMode)[keyof typeof NetworkMode];

const instanceType = oneOf(inferentiaInstanceTypes);

const amount = (unit: string) => text(/^[1-9]\d{0,8}$/, `a string with a whole number of ${unit}, such as 4096`);

/** What `TaskDefinition` takes. */
export interface TaskDefinitionArgs {
    /**
     * Where the task runs: the `pool` of a `Cluster`, or one of its `pools`. It gives the runtime, the instance types
     * and, for `executeCommand`, the log group and the key; services of the task run there. Excludes `instanceType` and
     * `instanceTypes`. In TypeScript also a component that has the one pool.
     */
    pool?: Reference<PoolReference, "pool"> | undefined;
    /**
     * The EC2 type that the task runs on. With it, devices, memory and CPU are held against what the type has, and the
     * task is placed on that type only. Default: that of the pool; without one placement is left to the service.
     */
    instanceType?: pulumi.Input<InferentiaInstanceType> | undefined;
    /** Several types with as many chips of one kind; the task must fit on each. Excludes `instanceType`. */
    instanceTypes?: pulumi.Input<pulumi.Input<InferentiaInstanceType>[]> | undefined;
    /**
     * The Neuron runtime: `neuron-rtd`, the daemon in a sidecar (Runtime 1.x), or `libnrt`, the library in the model
     * container (Runtime 2.x). It must be the pool's. Default: the pool's, and without one `libnrt` for Inf2, and
     * `neuron-rtd` else.
     */
    runtime?: pulumi.Input<NeuronRuntime> | undefined;
    /** The containers that serve a model, at least one; at least one of them is essential. */
    containers: pulumi.Input<pulumi.Input<ModelContainer>[]>;
    /** Further containers, which serve no model. A task has at most 10 in all. Default: none. */
    sidecars?: pulumi.Input<pulumi.Input<Container>[]> | undefined;
    /** The daemon's sidecar; with the runtime `neuron-rtd` only. Default: the public image. */
    neuronRtd?: pulumi.Input<NeuronRtd> | undefined;
    /**
     * The Inferentia devices that the task uses: `ALL`, or a contiguous ascending list such as `0,1`. With several
     * model containers of `libnrt` each has its own, or `cores` of its own. Default: `ALL`.
     */
    visibleDevices?: pulumi.Input<string> | undefined;
    /** Volumes besides the daemon's socket. Default: none. */
    volumes?: pulumi.Input<pulumi.Input<Volume>[]> | undefined;
    /** The family, 1 to 255 letters, digits, hyphens and underscores. Default: `<project>-<stack>-<name>`. */
    family?: pulumi.Input<string> | undefined;
    /** The Docker network mode: `bridge`, `host` or `awsvpc`. Default: not set, which ECS takes as `bridge`. */
    networkMode?: pulumi.Input<NetworkMode> | undefined;
    /** CPU units of the task as a whole, as ECS takes them: `1024`. Default: the sum over its containers. */
    cpu?: pulumi.Input<string> | undefined;
    /** The memory of the task as a whole in MiB, as ECS takes it: `4096`. Default: no limit beside the containers'. */
    memory?: pulumi.Input<string> | undefined;
    /**
     * Whether the task takes its instance: as a whole it reserves the memory and the CPU that an instance of its types
     * surely has, less `leavesMemory` and `leavesCpu`, so that ECS places no other such task beside it, whatever pool
     * they share. Its containers may use no more. Needs `pool`, `instanceType` or `instanceTypes`. Excludes `memory`
     * and `cpu`. Default: false.
     */
    takesInstance?: pulumi.Input<boolean> | undefined;
    /** MiB that a task with `takesInstance` leaves for what stands beside it: monitoring, daemons. Default: 512. */
    leavesMemory?: pulumi.Input<number> | undefined;
    /** CPU units that a task with `takesInstance` leaves for what stands beside it. Default: 256. */
    leavesCpu?: pulumi.Input<number> | undefined;
    /** Whose processes the containers see: `host` or `task`. Default: each its own. */
    pidMode?: pulumi.Input<string> | undefined;
    /** With whom the containers share memory: `host`, `task` or `none`. Default: Docker's. */
    ipcMode?: pulumi.Input<string> | undefined;
    /** The platform of the images. Default: not set. */
    runtimePlatform?: pulumi.Input<RuntimePlatform> | undefined;
    /** Where ECS checks the task against: `["EC2"]`. Default: not set. */
    requiresCompatibilities?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Constraints besides that of the instance types, 10 in all. Default: none. */
    placementConstraints?: pulumi.Input<pulumi.Input<PlacementConstraint>[]> | undefined;
    /** The proxy of AWS App Mesh. Default: none. */
    proxyConfiguration?: pulumi.Input<ProxyConfiguration> | undefined;
    /** Whether the containers may ask for faults to be injected. Default: false. */
    enableFaultInjection?: pulumi.Input<boolean> | undefined;
    /**
     * Whether a revision stays when a newer one takes its place, and when the stack is destroyed. A deployment that
     * fails rolls back to the old revision, which ECS does not start once it is deregistered. A `Service` of
     * the same stack that waits for its steady state, as it does by default, keeps it for so long; for services
     * elsewhere, or that do not wait, give true. Revisions cost nothing. Default: false.
     */
    keepOldRevisions?: pulumi.Input<boolean> | undefined;
    /** Whether the newest revision is followed, also one that was registered elsewhere. Default: false. */
    trackLatest?: pulumi.Input<boolean> | undefined;
    /**
     * An own execution role. Excludes the three arguments below. Default: one that may pull the ECR images of this
     * task, read its secrets and environment files, and write to its log groups, and no more.
     */
    executionRoleArn?: pulumi.Input<string> | undefined;
    /**
     * The KMS keys of your own that encrypt the task's secrets, parameters and environment files: the execution role
     * may decrypt with them. Default: none, as for those that AWS's keys encrypt.
     */
    secretsKmsKeyArns?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * Repository prefixes of pull-through cache rules of ECR: the execution role may have the images below them
     * imported at the first pull. Default: none.
     */
    pullThroughCachePrefixes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** What the execution role may do besides. Default: nothing. */
    executionRoleStatements?: pulumi.Input<pulumi.Input<RoleStatement>[]> | undefined;
    /** An own task role. Excludes the other arguments for a task role, and `executeCommand`. Default: none. */
    taskRoleArn?: pulumi.Input<string> | undefined;
    /** Managed policies of a task role that is created for them. Default: none. */
    taskRolePolicyArns?: pulumi.Input<string>[] | undefined;
    /** What a task role that is created for it may do: read a model from Amazon S3, for example. Default: nothing. */
    taskRoleStatements?: pulumi.Input<pulumi.Input<RoleStatement>[]> | undefined;
    /** The ARN of the policy that bounds the roles that are created. Default: none. */
    permissionsBoundary?: pulumi.Input<string> | undefined;
    /**
     * Whether a task role is created that lets `aws ecs execute-command` in. Sessions are logged and encrypted as the
     * pool says, or the two arguments below. Default: false.
     */
    executeCommand?: boolean | undefined;
    /** The log group of sessions, which the task role may write to. Default: the pool's. */
    executeCommandLogGroupArn?: pulumi.Input<string> | undefined;
    /** The KMS key of sessions, with which the task role may decrypt. Default: the pool's. */
    executeCommandKmsKeyArn?: pulumi.Input<string> | undefined;
    /** Whether the containers log to a CloudWatch log group of their own. Default: true. */
    logging?: boolean | undefined;
    /** The log group's name. Default: `/ecs/<family>`. */
    logGroupName?: pulumi.Input<string> | undefined;
    /** Days to keep the logs; a value that CloudWatch Logs knows. Default: 30. */
    logRetentionInDays?: pulumi.Input<number> | undefined;
    /** The KMS key that encrypts the logs; its policy lets CloudWatch Logs use it. Default: that of CloudWatch Logs. */
    logKmsKeyArn?: pulumi.Input<string> | undefined;
    /** Tags on everything that takes tags. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

export const taskDefinitionFields: Fields<TaskDefinitionArgs> = {
    pool: optional(poolReference),
    instanceType,
    instanceTypes: list(instanceType, "a list with at least one EC2 type"),
    runtime: oneOf(neuronRuntimes),
    containers: required(
        list(modelContainer, "a list with at least one model container"),
        "give at least one model container",
    ),
    sidecars: list(sidecar, "a list of sidecars", 0),
    neuronRtd,
    visibleDevices: anyText,
    volumes: list(volume, "a list of volumes", 0),
    family: text(ecsNamePattern, ecsNameRequirement),
    networkMode: oneOf(Object.values(NetworkMode)),
    cpu: amount("CPU units"),
    memory: amount("MiB"),
    takesInstance: boolean,
    leavesMemory: integer(0, Infinity, "MiB"),
    leavesCpu: integer(0, Infinity, "CPU units"),
    pidMode: oneOf(["host", "task"]),
    ipcMode: oneOf(["host", "task", "none"]),
    runtimePlatform,
    requiresCompatibilities: list(oneOf(["EC2"]), "a list of EC2 alone"),
    placementConstraints: list(
        placementConstraint,
        `a list of up to ${maxTaskPlacementConstraints} placement constraints, that of the types included`,
        0,
    ),
    proxyConfiguration,
    enableFaultInjection: boolean,
    keepOldRevisions: boolean,
    trackLatest: boolean,
    executionRoleArn: roleArn,
    secretsKmsKeyArns: list(kmsKeyArn, "a list of ARNs of KMS keys", 0),
    pullThroughCachePrefixes: list(
        text(/^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/, "a repository prefix, without a slash at its end"),
        "a list of repository prefixes",
        0,
    ),
    executionRoleStatements: roleStatements,
    taskRoleArn: roleArn,
    taskRolePolicyArns: list(policyArn, "a list of the ARNs of IAM policies", 0),
    taskRoleStatements: roleStatements,
    permissionsBoundary: policyArn,
    executeCommand: boolean,
    executeCommandLogGroupArn: arnOf("a log group", /^arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:.+$/),
    executeCommandKmsKeyArn: kmsKeyArn,
    logging: boolean,
    logGroupName: text(/^[\w./#-]{1,512}$/, "1 to 512 letters, digits and any of . _ - / #"),
    logRetentionInDays: logRetention,
    logKmsKeyArn: kmsKeyArn,
    tags,
};

/** What the component decides, or ECS takes on Fargate only. */
export const ownedByTheTaskDefinition = {
    containerDefinitions: "give containers, and sidecars",
    skipDestroy: "give keepOldRevisions",
    ephemeralStorage:
        "it is Fargate's; on EC2 containers write to the instance's root volume, whose size its pool gives",
    inferenceAccelerators: "it is Elastic Inference's, which AWS has ended; Neuron devices are in visibleDevices",
    region: "give a provider of the region in the component's options",
} as const;
