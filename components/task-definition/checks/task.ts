import type { Unwrap } from "@pulumi/pulumi";
import { defaultRuntime, type InferentiaInstanceType, type NeuronRuntime } from "../../../contract";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { Accepted } from "../../validation/accepted";
import type { ContainerArgs, ModelContainerArgs } from "../args/container";
import type { ContainerSettingsArgs } from "../args/container-settings";
import type { NeuronRtdArgs } from "../args/neuron-rtd";
import type { NeuronTaskDefinitionArgs } from "../args/task-definition";

export type TaskArgs = Accepted<Unwrap<NeuronTaskDefinitionArgs>>;
export type Settings = Accepted<Unwrap<ContainerSettingsArgs>>;
export type SidecarContainer = Accepted<Unwrap<ContainerArgs>>;
export type ModelContainer = Accepted<Unwrap<ModelContainerArgs>>;
export type Daemon = Accepted<Unwrap<NeuronRtdArgs>>;

/** A part of the arguments, and where it stands. */
export interface At<T> {
    readonly path: string;
    readonly value: T;
}

/** A task as the checks across its arguments read it. */
export interface Task {
    readonly args: TaskArgs;
    readonly runtime: Known<NeuronRuntime>;
    /** The types that are known, and the argument that gives them. */
    readonly types: At<readonly InferentiaInstanceType[]>;
    /** Whether further types may come later, or the capacity as a whole. */
    readonly hasUnknownTypes: boolean;
    readonly models: readonly At<ModelContainer>[];
    readonly sidecars: readonly At<SidecarContainer>[];
    /** Undefined where the runtime has none, or where it is not known. */
    readonly daemon: At<Daemon> | undefined;
}

export function readTask(args: TaskArgs): Task {
    const runtime = runtimeOf(args);
    const { path, value } = typesOf(args);
    const types = items(value);
    return {
        args,
        runtime,
        types: { path, value: types.filter((type) => type !== UNKNOWN) },
        hasUnknownTypes: value === UNKNOWN || types.includes(UNKNOWN),
        models: at("containers", args.containers),
        sidecars: at("sidecars", args.sidecars),
        daemon:
            runtime === "neuron-rtd" && args.neuronRtd !== UNKNOWN
                ? { path: "neuronRtd", value: args.neuronRtd ?? {} }
                : undefined,
    };
}

/** All containers beside the daemon. */
export function containersOf({ models, sidecars }: Task): readonly At<SidecarContainer>[] {
    return [...models, ...sidecars];
}

/** The items of a list; one that is not known yet has one, which is not known. */
export function items<T>(list: Known<readonly Known<T>[]> | undefined): readonly Known<T>[] {
    return list === UNKNOWN ? [UNKNOWN] : (list ?? []);
}

/** The known items of a list, each with its path. */
export function at<T>(path: string, list: Known<readonly Known<T>[]> | undefined): readonly At<T>[] {
    return items(list).flatMap((value, index) => (value === UNKNOWN ? [] : [{ path: `${path}[${index}]`, value }]));
}

/** A value, where it is given and known. */
export function given<T>(value: Known<T> | undefined): T | undefined {
    return value === UNKNOWN ? undefined : value;
}

function runtimeOf({ runtime, capacity }: TaskArgs): Known<NeuronRuntime> {
    if (runtime !== undefined) {
        return runtime;
    }
    return capacity === UNKNOWN ? UNKNOWN : ((capacity?.runtime ?? defaultRuntime) as Known<NeuronRuntime>);
}

function typesOf(args: TaskArgs): At<Known<readonly Known<InferentiaInstanceType>[]> | undefined> {
    const { instanceType, instanceTypes, capacity } = args;
    if (instanceType !== undefined) {
        return { path: "instanceType", value: [instanceType] };
    }
    if (instanceTypes !== undefined) {
        return { path: "instanceTypes", value: instanceTypes };
    }
    const types = capacity === UNKNOWN ? UNKNOWN : capacity?.instanceTypes;
    return { path: "capacity", value: types as Known<readonly Known<InferentiaInstanceType>[]> | undefined };
}
