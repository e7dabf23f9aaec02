import { LogGroup } from "@pulumi/aws/cloudwatch";
import { TaskDefinition } from "@pulumi/aws/ecs";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import { neuronRtdDefaults, allDevices, neuronRtdImage, placedOn, socketVolume, componentTypes } from "../../contract";
import { containerDefinitions } from "../../contract/container-definitions";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import { validated } from "../validation/validate";
import type { NeuronTaskDefinitionArgs } from "./args";
import { checkNeuronTaskDefinition } from "./check";
import { createExecutionRole, createTaskRole } from "./roles";

/**
 * An ECS task definition for inference on Inferentia through the Neuron Runtime 1.x daemon: model containers, and the
 * `neuron-rtd` sidecar that starts first, with its capabilities, the shared volume, the socket's address on both sides
 * and the visible devices.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything is created.
 */
export class NeuronTaskDefinition extends pulumi.ComponentResource {
    /** The ARN of this revision of the task definition. */
    public readonly taskDefinitionArn: pulumi.Output<string>;
    /** The family. */
    public readonly family: pulumi.Output<string>;
    /** The ARN of the execution role. */
    public readonly executionRoleArn: pulumi.Output<string>;
    /** The ARN of the task role, if there is one. */
    public readonly taskRoleArn: pulumi.Output<string | undefined>;
    /** The name of the containers' log group, unless `logging` is off. */
    public readonly logGroupName: pulumi.Output<string | undefined>;

    constructor(name: string, args: NeuronTaskDefinitionArgs, opts?: pulumi.ComponentResourceOptions) {
        super(componentTypes.taskDefinition, name, args, opts);
        const family = args.family ?? `${name}-${pulumi.getStack()}`;
        const child = {
            parent: this,
            dependsOn: validated("NeuronTaskDefinition", name, { ...args, family }, checkNeuronTaskDefinition),
        };

        const region = getRegionOutput({}, { parent: this }).region;
        const sidecarImage =
            args.neuronRtdImage ??
            pulumi.all([region, args.neuronRtdVersion]).apply(([at, tag]) => neuronRtdImage(at, tag));
        const logGroupName =
            args.logging === false
                ? undefined
                : (args.logGroupName ?? pulumi.output(family).apply((one) => `/ecs/${one}`));
        const logGroup =
            logGroupName &&
            new LogGroup(
                `${name}-logs`,
                {
                    name: logGroupName,
                    retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays,
                    tags: args.tags,
                },
                child,
            );
        const images = pulumi
            .all([sidecarImage, args.containers])
            .apply(([sidecar, containers]) => [sidecar, ...containers.map(({ image }) => image)]);
        const executionRoleArn =
            args.executionRoleArn ?? createExecutionRole(name, images, logGroup && logGroup.arn, args.tags, child);
        const taskRoleArn = args.taskRoleArn ?? createTaskRole(name, args, child);

        const taskDefinition = new TaskDefinition(
            `${name}-task`,
            {
                family,
                executionRoleArn,
                taskRoleArn,
                networkMode: args.networkMode,
                containerDefinitions: definitions(
                    args,
                    sidecarImage,
                    logGroupName === undefined ? undefined : { group: logGroupName, region },
                ),
                volumes: [{ name: args.socketVolumeName ?? socketVolume.name, hostPath: args.socketHostPath }],
                placementConstraints: args.instanceType && [pulumi.output(args.instanceType).apply(placedOn)],
                tags: args.tags,
            },
            // The log group's name is no output of it, so that the definitions are known at preview.
            logGroup
                ? { ...child, dependsOn: pulumi.output(child.dependsOn).apply((gate) => [...gate, logGroup]) }
                : child,
        );

        this.taskDefinitionArn = taskDefinition.arn;
        this.family = taskDefinition.family;
        this.executionRoleArn = pulumi.output(executionRoleArn);
        this.taskRoleArn = pulumi.output(taskRoleArn);
        this.logGroupName = pulumi.output(logGroupName);
        this.registerOutputs({
            taskDefinitionArn: this.taskDefinitionArn,
            family: this.family,
            executionRoleArn: this.executionRoleArn,
            ...(taskRoleArn !== undefined && { taskRoleArn: this.taskRoleArn }),
            ...(logGroupName !== undefined && { logGroupName: this.logGroupName }),
        });
    }
}

function definitions(
    args: NeuronTaskDefinitionArgs,
    sidecarImage: pulumi.Input<string>,
    logs: { group: pulumi.Input<string>; region: pulumi.Input<string> } | undefined,
): pulumi.Output<string> {
    return pulumi
        .output({
            containers: args.containers,
            neuronRtdImage: sidecarImage,
            neuronRtdMemoryReservationMiB: args.neuronRtdMemoryReservationMiB ?? neuronRtdDefaults.memoryReservationMiB,
            neuronRtdCpu: args.neuronRtdCpu ?? neuronRtdDefaults.cpu,
            neuronRtdHealthCheckCommand: args.neuronRtdHealthCheckCommand,
            visibleDevices: args.visibleDevices ?? allDevices,
            socketVolumeName: args.socketVolumeName ?? socketVolume.name,
            socketContainerPath: args.socketContainerPath ?? socketVolume.containerPath,
            networkMode: args.networkMode,
            logs,
        })
        .apply((task) => JSON.stringify(containerDefinitions(task)));
}
