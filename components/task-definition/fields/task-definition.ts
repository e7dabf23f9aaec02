import {
    ecsNamePattern,
    ecsNameRequirement,
    inferentiaInstanceTypes,
    mostTaskPlacementConstraints,
    neuronRuntimes,
} from "../../../contract";
import { capacityRecord } from "../../capacity/fields";
import { logRetention } from "../../validation/log-retention";
import { list, required, type Fields } from "../../validation/shape";
import { anyText, arnOf, boolean, oneOf, policyArn, roleArn, tags, text } from "../../validation/values";
import { NetworkMode, type NeuronTaskDefinitionArgs } from "../args/task-definition";
import { modelContainer, sidecar } from "./container";
import { neuronRtd } from "./neuron-rtd";
import { placementConstraint, proxyConfiguration, roleStatements, runtimePlatform } from "./task-settings";
import { volume } from "./volume";

const instanceType = oneOf(inferentiaInstanceTypes);
const amount = (unit: string) => text(/^[1-9]\d{0,8}$/, `a text with a whole number of ${unit}, such as 4096`);

export const taskDefinitionFields: Fields<NeuronTaskDefinitionArgs> = {
    capacity: capacityRecord.check,
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
    pidMode: oneOf(["host", "task"]),
    ipcMode: oneOf(["host", "task", "none"]),
    runtimePlatform,
    requiresCompatibilities: list(oneOf(["EC2"]), "a list of EC2 alone"),
    placementConstraints: list(
        placementConstraint,
        `a list of up to ${mostTaskPlacementConstraints} placement constraints, that of the types included`,
        0,
    ),
    proxyConfiguration,
    enableFaultInjection: boolean,
    keepOldRevisions: boolean,
    trackLatest: boolean,
    executionRoleArn: roleArn,
    executionRoleStatements: roleStatements,
    taskRoleArn: roleArn,
    taskRolePolicyArns: list(policyArn, "a list of the ARNs of IAM policies", 0),
    taskRoleStatements: roleStatements,
    permissionsBoundary: policyArn,
    executeCommand: boolean,
    executeCommandLogGroupArn: arnOf("a log group", /^arn:[\w-]+:logs:[\w-]+:\d{12}:log-group:.+$/),
    executeCommandKmsKeyArn: arnOf("a KMS key", /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/.+$/),
    logging: boolean,
    logGroupName: text(/^[\w./#-]{1,512}$/, "1 to 512 letters, digits and any of . _ - / #"),
    logRetentionInDays: logRetention,
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
