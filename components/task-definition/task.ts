import type { Unwrap } from "@pulumi/pulumi";
import { allDevices, defaultRuntime, placedOn, type InferentiaInstanceType, type NeuronRuntime } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { containersOfAnyRuntime, renderers } from "../../ecs/render/renderers";
import { items } from "../../ecs/render/stored";
import { unknownDaemon, type NeuronRtd as RenderedNeuronRtd, type NeuronTask } from "../../ecs/render/task";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import type { WithRecords } from "../engine/record";
import type { Accepted } from "../validation/accepted";
import { ArgumentPaths } from "./argument-paths";
import type { Container, ModelContainer } from "./args/container";
import type { ContainerSettings } from "./args/container-settings";
import type { NeuronRtd } from "./args/neuron-rtd";
import type { TaskDefinitionArgs } from "./args/task-definition";

export type TaskArgs = Accepted<Unwrap<WithRecords<TaskDefinitionArgs>>>;
export type Settings = Accepted<Unwrap<ContainerSettings>>;
export type SidecarContainer = Accepted<Unwrap<Container>>;
export type ModelSettings = Accepted<Unwrap<ModelContainer>>;
export type Daemon = Accepted<Unwrap<NeuronRtd>>;

/** A part of the arguments, and where it stands. */
export interface At<T> {
    readonly path: string;
    readonly value: T;
}

/** A task as the checks across its arguments read it: the arguments, and the definition that they make. */
export interface Task {
    readonly args: TaskArgs;
    readonly runtime: Known<NeuronRuntime>;
    /** The types that are known, and the argument that gives them. */
    readonly types: At<readonly InferentiaInstanceType[]>;
    /** Whether further types may come later, or the pool as a whole. */
    readonly hasUnknownTypes: boolean;
    readonly models: readonly At<ModelSettings>[];
    readonly sidecars: readonly At<SidecarContainer>[];
    /** Undefined where the runtime has none, or where it is not known. */
    readonly daemon: At<Daemon> | undefined;
    /** The task definition that the component registers, read as anybody's. */
    readonly definition: TaskDefinition;
    /** Where the definition's properties come from. */
    readonly argument: ArgumentPaths;
}

/** Reads arguments: they are rendered once, as far as they are known, and read as anybody's task definition. */
export function readTask(args: TaskArgs): Task {
    const runtime = runtimeOf(args);
    const { path, value } = typesOf(args);
    const types = items(value);
    const models = at("containers", args.containers);
    const sidecars = at("sidecars", args.sidecars);
    const daemon =
        runtime === "neuron-rtd" && args.neuronRtd !== UNKNOWN
            ? { path: "neuronRtd", value: args.neuronRtd ?? {} }
            : undefined;
    const containers = rendered(args, runtime, value);
    const given = [
        ...items(args.containers).map((one, index) => ({ path: `containers[${index}]`, value: one })),
        ...items(args.sidecars).map((one, index) => ({ path: `sidecars[${index}]`, value: one })),
        { path: "neuronRtd", value: args.neuronRtd ?? {} },
    ];
    return {
        args,
        runtime,
        types: { path, value: types.filter((type) => type !== UNKNOWN) },
        hasUnknownTypes: value === UNKNOWN || types.includes(UNKNOWN),
        models,
        sidecars,
        daemon,
        definition: readTaskDefinition({
            containerDefinitions: containers,
            volumes: [
                ...renderers[runtime === UNKNOWN ? "neuron-rtd" : runtime].volumes({ neuronRtd: daemonOf(args) }),
                ...items(args.volumes),
            ],
            networkMode: args.networkMode,
            memory: args.memory,
            cpu: args.cpu,
            runtimePlatform: args.runtimePlatform,
            requiresCompatibilities: args.requiresCompatibilities,
            placementConstraints: [...placement(value), ...items(args.placementConstraints)],
        }),
        argument: new ArgumentPaths(given, containers),
    };
}

function rendered(
    args: TaskArgs,
    runtime: Known<NeuronRuntime>,
    instanceTypes: Known<readonly Known<InferentiaInstanceType>[]> | undefined,
): readonly unknown[] {
    const task = {
        containers: items(args.containers),
        sidecars: items(args.sidecars),
        neuronRtd: daemonOf(args),
        visibleDevices: args.visibleDevices ?? allDevices,
        instanceTypes,
        networkMode: args.networkMode,
        memory: args.memory,
        // What only these decide, where images come from and logs go, no check asks for.
        region: UNKNOWN,
        logGroup: UNKNOWN,
    } as NeuronTask;
    return runtime === UNKNOWN ? containersOfAnyRuntime(task) : renderers[runtime].containers(task);
}

function placement(types: Known<readonly Known<InferentiaInstanceType>[]> | undefined): readonly unknown[] {
    const on = items(types);
    return on.length === 0 ? [] : on.includes(UNKNOWN) ? [UNKNOWN] : [placedOn(...(on as InferentiaInstanceType[]))];
}

function daemonOf({ neuronRtd }: TaskArgs): RenderedNeuronRtd {
    return neuronRtd === UNKNOWN ? unknownDaemon : ((neuronRtd ?? {}) as RenderedNeuronRtd);
}

/** All containers beside the daemon. */
export function containersOf({ models, sidecars }: Task): readonly At<SidecarContainer>[] {
    return [...models, ...sidecars];
}

/** The known items of a list, each with its path. */
export function at<T>(path: string, list: Known<readonly Known<T>[]> | undefined): readonly At<T>[] {
    return items(list).flatMap((value, index) => (value === UNKNOWN ? [] : [{ path: `${path}[${index}]`, value }]));
}

/** A value, where it is given and known. */
export function given<T>(value: Known<T> | undefined): T | undefined {
    return value === UNKNOWN ? undefined : value;
}

function runtimeOf({ runtime, pool }: TaskArgs): Known<NeuronRuntime> {
    if (runtime !== undefined) {
        return runtime;
    }
    return pool === UNKNOWN ? UNKNOWN : ((pool?.runtime ?? defaultRuntime) as Known<NeuronRuntime>);
}

function typesOf(args: TaskArgs): At<Known<readonly Known<InferentiaInstanceType>[]> | undefined> {
    const { instanceType, instanceTypes, pool } = args;
    if (instanceType !== undefined) {
        return { path: "instanceType", value: [instanceType] };
    }
    if (instanceTypes !== undefined) {
        return { path: "instanceTypes", value: instanceTypes };
    }
    const types = pool === UNKNOWN ? UNKNOWN : pool?.instanceTypes;
    return { path: "pool", value: types as Known<readonly Known<InferentiaInstanceType>[]> | undefined };
}
