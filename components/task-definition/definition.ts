import * as pulumi from "@pulumi/pulumi";
import { allDevices, neuronRtdName } from "../../contract";
import { defaultHostPort } from "../../ecs/render/stored";
import { defaultMemoryReservationMiB } from "../../ecs/render/task";
import type { NeuronTaskDefinitionArgs } from "./args/task-definition";
import { devicesIn } from "./checks/devices";
import type { InferenceTask } from "./inference-task";
import type { Setting } from "./setting";

/** What services must know of the task, each member by itself, so that it is known at preview where it can be. */
export function definitionOf(
    args: NeuronTaskDefinitionArgs,
    setting: Setting,
    taskDefinitionArn: pulumi.Output<string>,
) {
    return {
        taskDefinitionArn,
        runtime: setting.runtime,
        instanceTypes: setting.instanceTypes,
        visibleDevices: visibleDevices(args, setting),
        networkMode: pulumi.output(args.networkMode),
        staticHostPorts: staticHostPorts(args, setting),
        containerNames: containerNames(args, setting),
        memory: memory(args, setting),
        cpu: cpu(args, setting),
    } satisfies { readonly [Key in keyof InferenceTask]-?: pulumi.Output<InferenceTask[Key]> };
}

/** The devices of all containers, where each has its own. */
function visibleDevices(args: NeuronTaskDefinitionArgs, { parts }: Setting): pulumi.Output<string> {
    return pulumi.all([args.visibleDevices, parts(args.containers, "visibleDevices")]).apply(([ofTask, containers]) => {
        const lists = containers.map((one) => one.visibleDevices).filter((one) => one !== undefined);
        const devices = lists.flatMap(devicesIn).sort((one, other) => one - other);
        return ofTask ?? (devices.length > 0 && !lists.includes(allDevices) ? devices.join(",") : allDevices);
    });
}

/** In network mode `awsvpc` each task has an address of its own, and takes no port of its instance. */
function staticHostPorts(args: NeuronTaskDefinitionArgs, { parts }: Setting): pulumi.Output<string[]> {
    return pulumi
        .all([args.networkMode, parts(args.containers, "portMappings"), parts(args.sidecars, "portMappings")])
        .apply(([networkMode, ...containers]) =>
            (networkMode === "awsvpc" ? [] : containers.flat())
                .flatMap(({ portMappings }) => portMappings ?? [])
                .flatMap(({ containerPort, hostPort, protocol }) => {
                    const inside = containerPort ?? 0;
                    const port = hostPort ?? defaultHostPort(networkMode, inside);
                    return port === 0 ? [] : [`${port}/${protocol ?? "tcp"}`];
                }),
        );
}

function containerNames(args: NeuronTaskDefinitionArgs, { runtime, parts }: Setting): pulumi.Output<string[]> {
    return pulumi
        .all([runtime, parts(args.containers, "name"), parts(args.sidecars, "name")])
        .apply(([of, ...containers]) => [
            ...containers.flat().map(({ name }) => name),
            ...(of === "neuron-rtd" ? [neuronRtdName] : []),
        ]);
}

function memory(args: NeuronTaskDefinitionArgs, { runtime, parts }: Setting): pulumi.Output<number> {
    const members = ["memory", "memoryReservation"] as const;
    return pulumi
        .all([
            runtime,
            args.memory,
            parts([args.neuronRtd ?? {}], ...members),
            parts(args.containers, ...members),
            parts(args.sidecars, ...members),
        ])
        .apply(([of, whole, daemon, ...others]) => {
            const containers = [...(of === "neuron-rtd" ? daemon : []), ...others.flat()];
            return whole !== undefined
                ? Number(whole)
                : sum(containers.map((one) => one.memoryReservation ?? one.memory ?? defaultMemoryReservationMiB));
        });
}

function cpu(args: NeuronTaskDefinitionArgs, { runtime, parts }: Setting): pulumi.Output<number> {
    return pulumi
        .all([
            runtime,
            args.cpu,
            parts([args.neuronRtd ?? {}], "cpu"),
            parts(args.containers, "cpu"),
            parts(args.sidecars, "cpu"),
        ])
        .apply(([of, whole, daemon, ...others]) => {
            const containers = [...(of === "neuron-rtd" ? daemon : []), ...others.flat()];
            return whole !== undefined ? Number(whole) : sum(containers.map((one) => one.cpu ?? 0));
        });
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
