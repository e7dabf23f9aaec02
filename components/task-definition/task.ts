import type { Unwrap } from "@pulumi/pulumi";
import type { InferentiaInstanceType, NeuronRuntime } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import {
    inputContainers,
    inputPlacement,
    inputReservation,
    inputRuntime,
    inputSize,
    inputTypes,
    inputVolumes,
    type TaskInputs,
} from "../../ecs/render/definition";
import type { Reservation } from "../../ecs/pool/offer";
import { knownItems } from "../../ecs/render/stored";
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
    /** All types; undefined where nothing says which. */
    readonly instanceTypes: Known<InferentiaInstanceType[]> | undefined;
    /** The memory and the CPU of the task as a whole. */
    readonly size: ReturnType<typeof inputSize>;
    /** What a task reserves that takes its instance. */
    readonly reservation: Known<Reservation> | undefined;
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
    const inputs = args as TaskInputs;
    const runtime = inputRuntime(inputs);
    const types = inputTypes(inputs);
    const containers = inputContainers(inputs);
    const daemon =
        runtime === "neuron-rtd" && args.neuronRtd !== UNKNOWN
            ? { path: "neuronRtd", value: args.neuronRtd ?? {} }
            : undefined;
    const given = [
        ...knownItems(args.containers).map((one, index) => ({ path: `containers[${index}]`, value: one })),
        ...knownItems(args.sidecars).map((one, index) => ({ path: `sidecars[${index}]`, value: one })),
        { path: "neuronRtd", value: args.neuronRtd ?? {} },
    ];
    return {
        args,
        runtime,
        types: { path: typesArgument(args), value: knownItems(types).filter((type) => type !== UNKNOWN) },
        instanceTypes: knownItems(types).includes(UNKNOWN) ? UNKNOWN : (types as InferentiaInstanceType[] | undefined),
        size: inputSize(inputs),
        reservation: args.takesInstance === true ? inputReservation(inputs) : undefined,
        models: knownAt("containers", args.containers),
        sidecars: knownAt("sidecars", args.sidecars),
        daemon,
        definition: readTaskDefinition({
            ...args,
            ...inputSize(inputs),
            containerDefinitions: containers,
            volumes: [...inputVolumes(inputs), ...knownItems(args.volumes)],
            placementConstraints: [...inputPlacement(inputs), ...knownItems(args.placementConstraints)],
        }),
        argument: new ArgumentPaths(given, containers),
    };
}

/** The argument that gives the instance types. */
function typesArgument({ instanceType, instanceTypes }: TaskArgs): string {
    return instanceType !== undefined ? "instanceType" : instanceTypes !== undefined ? "instanceTypes" : "pool";
}

/** All containers beside the daemon. */
export function taskContainers({ models, sidecars }: Task): readonly At<SidecarContainer>[] {
    return [...models, ...sidecars];
}

/** The known items of a list, each with its path. */
export function knownAt<T>(path: string, list: Known<readonly Known<T>[]> | undefined): readonly At<T>[] {
    return knownItems(list).flatMap((value, index) =>
        value === UNKNOWN ? [] : [{ path: `${path}[${index}]`, value }],
    );
}

/** A value, where it is given and known. */
export function given<T>(value: Known<T> | undefined): T | undefined {
    return value === UNKNOWN ? undefined : value;
}
