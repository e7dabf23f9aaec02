import type * as pulumi from "@pulumi/pulumi";
import type { Inf1InstanceType } from "../../contract";

/** The Docker network mode of a task. */
export const NetworkMode = {
    Bridge: "bridge",
    Host: "host",
    Awsvpc: "awsvpc",
} as const;
/** A Docker network mode of ECS on EC2 that lets a task be reached. */
export type NetworkMode = (typeof NetworkMode)[keyof typeof NetworkMode];

/** The protocol of a port mapping. */
export const TransportProtocol = {
    Tcp: "tcp",
    Udp: "udp",
} as const;
/** The protocol of a port mapping. */
export type TransportProtocol = (typeof TransportProtocol)[keyof typeof TransportProtocol];

/** A port of a model container. */
export interface PortMappingArgs {
    /** The port in the container, 1 to 65535. */
    containerPort: pulumi.Input<number>;
    /**
     * The port on the instance, 0 to 65535; 0 lets Docker choose one at each start (bridge mode only). A static port is
     * held by one task for each instance, so a deployment needs a second instance to roll.
     * Default: 0 in bridge mode, else the container's port.
     */
    hostPort?: pulumi.Input<number> | undefined;
    /** `tcp` or `udp`. Default: `tcp`. */
    protocol?: pulumi.Input<TransportProtocol> | undefined;
}

/** A container that serves a model through the `neuron-rtd` sidecar. */
export interface ModelContainerArgs {
    /** The container's name, 1 to 255 letters, digits, hyphens and underscores; not `neuron-rtd`. */
    name: pulumi.Input<string>;
    /** The image, for example `123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1.2`. */
    image: pulumi.Input<string>;
    /** The entry point. Default: the image's own. */
    entryPoint?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The command. Default: the image's own. */
    command?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Environment variables; `NEURON_RTD_ADDRESS` is set by the component. Default: none. */
    environment?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Ports that the container serves on. Default: none. */
    portMappings?: pulumi.Input<pulumi.Input<PortMappingArgs>[]> | undefined;
    /** CPU units (1024 are one vCPU); 0 shares what is left. Default: 0. */
    cpu?: pulumi.Input<number> | undefined;
    /** The memory that is set aside for the container, in MiB, at least 6. This or `memoryMiB` is needed. */
    memoryReservationMiB?: pulumi.Input<number> | undefined;
    /** The memory at which the container is ended, in MiB, at least 6. Default: no limit. */
    memoryMiB?: pulumi.Input<number> | undefined;
    /** Whether the task ends when this container does. Default: true. */
    essential?: pulumi.Input<boolean> | undefined;
}

/** What {@link NeuronTaskDefinition} takes. */
export interface NeuronTaskDefinitionArgs {
    /** The family, 1 to 255 letters, digits, hyphens and underscores. Default: `<component's name>-<stack>`. */
    family?: pulumi.Input<string> | undefined;
    /**
     * The EC2 type that the tasks run on. With it, `visibleDevices` is held against the type's chips, memory and CPU
     * against its size, and the task definition gets the placement constraint of that type.
     * Default: none; placement is left to the service or to `aws ecs run-task`.
     */
    instanceType?: pulumi.Input<Inf1InstanceType> | undefined;
    /** The model containers, 1 to 9; at least one is essential. */
    containers: pulumi.Input<pulumi.Input<ModelContainerArgs>[]>;
    /**
     * The Inferentia devices that the task uses (`AWS_NEURON_VISIBLE_DEVICES`): `ALL`, or a contiguous ascending list
     * such as `0,1`. Default: `ALL`.
     */
    visibleDevices?: pulumi.Input<string> | undefined;
    /** An own sidecar image. Excludes `neuronRtdVersion`. Default: the public image of the stack's region. */
    neuronRtdImage?: pulumi.Input<string> | undefined;
    /** The tag of the public sidecar image, for example `1.0.8444.0`. Default: `latest`. */
    neuronRtdVersion?: pulumi.Input<string> | undefined;
    /** The memory that is set aside for the sidecar, in MiB, at least 6. Default: 1000. */
    neuronRtdMemoryReservationMiB?: pulumi.Input<number> | undefined;
    /** CPU units of the sidecar. Default: 0. */
    neuronRtdCpu?: pulumi.Input<number> | undefined;
    /**
     * A command that tells whether the daemon answers, as in Docker's `HEALTHCHECK`: `["CMD-SHELL", "…"]`. With it,
     * model containers wait until the sidecar is `HEALTHY`. Default: none; they wait for its `START`.
     */
    neuronRtdHealthCheckCommand?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The name of the volume that carries the daemon's socket. Default: `sock`. */
    socketVolumeName?: pulumi.Input<string> | undefined;
    /** The path at which every container mounts that volume. Default: `/sock`. */
    socketContainerPath?: pulumi.Input<string> | undefined;
    /**
     * The volume's path on the instance, which all tasks there share.
     * Default: none; Docker gives each task a directory of its own.
     */
    socketHostPath?: pulumi.Input<string> | undefined;
    /** The Docker network mode: `bridge`, `host` or `awsvpc`. Default: not set, which ECS takes as `bridge`. */
    networkMode?: pulumi.Input<NetworkMode> | undefined;
    /** An own execution role. Default: one that may pull the ECR images of this task and write to its log group. */
    executionRoleArn?: pulumi.Input<string> | undefined;
    /** An own task role. Excludes `taskRolePolicyArns` and `executeCommandLogGroupArn`. Default: none. */
    taskRoleArn?: pulumi.Input<string> | undefined;
    /** Managed policies of a task role that is created for them. Default: none. */
    taskRolePolicyArns?: pulumi.Input<string>[] | undefined;
    /**
     * The log group of execute-command sessions (`InferentiaCluster.executeCommandLogGroupArn`). With it a task role is
     * created that lets `aws ecs execute-command` in. Default: none.
     */
    executeCommandLogGroupArn?: pulumi.Input<string> | undefined;
    /** Whether the containers log to a CloudWatch log group of their own. Default: true. */
    logging?: boolean | undefined;
    /** The log group's name. Default: `/ecs/<family>`. */
    logGroupName?: pulumi.Input<string> | undefined;
    /** Days to keep the logs; a value that CloudWatch Logs knows. Default: 30. */
    logRetentionInDays?: pulumi.Input<number> | undefined;
    /** Tags on everything that takes tags. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}
