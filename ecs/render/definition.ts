/**
 * The task definition that the component `TaskDefinition` makes: read from its arguments, and by rules from its inputs
 * in a stack. Each value may be known only later.
 */
import {
    allDevices,
    defaultRuntimeOf,
    isInferentiaInstanceType,
    neuronRuntimes,
    placedOn,
    type InferentiaInstanceType,
    type NeuronRuntime,
} from "../../contract";
import { UNKNOWN, type Known } from "../known";
import { wholeInstance, type Reservation } from "../pool/offer";
import type { Container, ContainerDefinition, KnownList } from "./container";
import { containersOfAnyRuntime, renderers } from "./renderers";
import { knownItems, mapKnown } from "./stored";
import { unknownDaemon, type ModelContainer, type NeuronRtd, type NeuronTask } from "./task";
import type { Volume } from "./volume";

/** What decides where a task runs. */
export interface PlaceInputs {
    readonly runtime?: Known<string> | undefined;
    readonly instanceType?: Known<string> | undefined;
    readonly instanceTypes?: KnownList<string> | undefined;
    /** What the pool says where the task itself says nothing. */
    readonly pool?: Known<Pick<PlaceInputs, "runtime" | "instanceTypes">> | undefined;
}

/** What decides the containers of a task. */
export interface TaskInputs extends PlaceInputs {
    readonly containers: KnownList<ModelContainer>;
    readonly sidecars?: KnownList<Container> | undefined;
    readonly neuronRtd?: Known<NeuronRtd> | undefined;
    readonly visibleDevices?: Known<string> | undefined;
    readonly networkMode?: Known<string> | undefined;
    readonly memory?: Known<string> | undefined;
    readonly cpu?: Known<string> | undefined;
    /** Whether the task reserves an instance, less MiB and CPU units that it leaves to others. */
    readonly takesInstance?: Known<boolean> | undefined;
    readonly leavesMemory?: Known<number> | undefined;
    readonly leavesCpu?: Known<number> | undefined;
    /** The region of the daemon's public image, and of the logs. Default: not known. */
    readonly region?: Known<string> | undefined;
    /** Where containers log that say nothing of it. Default: nowhere. */
    readonly logGroup?: Known<string> | undefined;
}

type SizeInputs = PlaceInputs & Pick<TaskInputs, "memory" | "cpu" | "takesInstance" | "leavesMemory" | "leavesCpu">;

/** What is left beside a task that takes its instance, for what watches it: agents of monitoring, and daemons. */
const leftMemoryMiB = 512;
const leftCpuUnits = 256;

/** The task's own runtime, or that of its pool, or the default for its instance types. */
export function inputRuntime(inputs: PlaceInputs): Known<NeuronRuntime> {
    const { runtime, pool } = inputs;
    const given = runtime ?? (pool === UNKNOWN ? UNKNOWN : pool?.runtime) ?? runtimeForTypes(inputTypes(inputs));
    return (neuronRuntimes as readonly unknown[]).includes(given) ? (given as NeuronRuntime) : UNKNOWN;
}

/** One type tells: all have chips of one kind. */
function runtimeForTypes(types: KnownList<InferentiaInstanceType> | undefined): Known<NeuronRuntime> {
    const type = types === UNKNOWN ? UNKNOWN : (types?.find((one) => one !== UNKNOWN) ?? types?.[0]);
    return mapKnown(type, defaultRuntimeOf);
}

/** The types on which the task is placed: its own, or those of its pool. Undefined where nothing says so. */
export function inputTypes({
    instanceType,
    instanceTypes,
    pool,
}: PlaceInputs): KnownList<InferentiaInstanceType> | undefined {
    const given =
        instanceType === undefined
            ? (instanceTypes ?? (pool === UNKNOWN ? UNKNOWN : pool?.instanceTypes))
            : [instanceType];
    return given === undefined || given === UNKNOWN
        ? given
        : given.map((type) => (type !== UNKNOWN && isInferentiaInstanceType(type) ? type : UNKNOWN));
}

/** The container definitions, which are in JSON what `register-task-definition` takes. */
export function inputContainers(inputs: TaskInputs): readonly Known<ContainerDefinition>[] {
    const runtime = inputRuntime(inputs);
    const task: NeuronTask = {
        containers: knownItems(inputs.containers),
        sidecars: knownItems(inputs.sidecars),
        neuronRtd: daemonOf(inputs),
        visibleDevices: inputs.visibleDevices ?? allDevices,
        instanceTypes: inputTypes(inputs),
        networkMode: inputs.networkMode,
        memory: inputSize(inputs).memory,
        region: inputs.region ?? UNKNOWN,
        logGroup: inputs.logGroup,
    };
    return runtime === UNKNOWN ? containersOfAnyRuntime(task) : renderers[runtime].containers(task);
}

/** The memory and the CPU of the task as a whole: what it says, or what it takes of its instance. */
export function inputSize(inputs: SizeInputs): Readonly<Record<"memory" | "cpu", Known<string> | undefined>> {
    const { takesInstance, memory, cpu } = inputs;
    if (takesInstance === UNKNOWN) {
        return { memory: memory ?? UNKNOWN, cpu: cpu ?? UNKNOWN };
    }
    const taken = takesInstance === true ? inputReservation(inputs) : undefined;
    return taken === undefined || taken === UNKNOWN
        ? { memory: memory ?? taken, cpu: cpu ?? taken }
        : { memory: `${taken.memoryMiB}`, cpu: `${taken.cpuUnits}` };
}

/** What a task reserves that takes its instance; undefined where nothing says on which types it runs. */
export function inputReservation(inputs: SizeInputs): Known<Reservation> | undefined {
    const { leavesMemory = leftMemoryMiB, leavesCpu = leftCpuUnits } = inputs;
    const types = inputTypes(inputs);
    if (types === undefined || (types !== UNKNOWN && types.length === 0)) {
        return undefined;
    }
    return types === UNKNOWN || types.includes(UNKNOWN) || leavesMemory === UNKNOWN || leavesCpu === UNKNOWN
        ? UNKNOWN
        : wholeInstance(types as readonly InferentiaInstanceType[], { memoryMiB: leavesMemory, cpuUnits: leavesCpu });
}

/** The volumes that the runtime needs; while it is not known, those that it may need. */
export function inputVolumes(inputs: PlaceInputs & Pick<TaskInputs, "neuronRtd">): readonly Volume[] {
    const runtime = inputRuntime(inputs);
    return renderers[runtime === UNKNOWN ? "neuron-rtd" : runtime].volumes({ neuronRtd: daemonOf(inputs) });
}

/** The constraint of the instance types. */
export function inputPlacement(inputs: PlaceInputs): readonly Known<object>[] {
    const types = mapKnown(inputTypes(inputs), (list = []) => list);
    if (types === UNKNOWN || types.includes(UNKNOWN)) {
        return [UNKNOWN];
    }
    return types.length === 0 ? [] : [placedOn(...(types as readonly InferentiaInstanceType[]))];
}

function daemonOf({ neuronRtd }: Pick<TaskInputs, "neuronRtd">): NeuronRtd {
    return neuronRtd === UNKNOWN ? unknownDaemon : (neuronRtd ?? {});
}
