import {
    cpuUnitsPerVcpu,
    isKnownNeuronType,
    mostRegisteredMiB,
    neuronInstances,
    type NeuronInstanceType,
} from "../../contract";
import { inParts, known } from "../known";
import { sizeOf, type TaskSize } from "./task-size";
import type { TaskDefinition } from "./task-definition";

/** Why a task can never start on instances of certain types. */
export interface Misfit {
    /** The property of the task definition. */
    readonly path: string;
    /** What the task asks for, what there is, and what to do. */
    readonly asks: string;
    readonly offered: string;
    readonly remedy: string;
}

/**
 * Everything for which no instance of the types can ever hold the task; nothing while one type is not known, or one of
 * them may hold it. @throws Undecided after what is decided
 */
export function* misfits(task: TaskDefinition, types: readonly string[]): Iterable<Misfit> {
    if (types.length === 0 || !types.every(isKnownNeuronType)) {
        return;
    }
    yield* inParts(
        () => platformMisfit(task),
        () => sizeMisfit(task, types),
    );
}

/** All instances of the table have Intel or AMD processors, and AWS has no Neuron driver for Windows. */
function* platformMisfit({ runtimePlatform }: TaskDefinition): Iterable<Misfit> {
    const { cpuArchitecture, operatingSystemFamily } = known(runtimePlatform, "runtimePlatform");
    const offered = "has x86_64 processors and Linux";
    const path = "runtimePlatform";
    if (known(cpuArchitecture, `${path}.cpuArchitecture`) === "ARM64") {
        const remedy = "set cpuArchitecture to X86_64, and build the image for it";
        yield { path: `${path}.cpuArchitecture`, asks: "the architecture ARM64", offered, remedy };
        return;
    }
    const family = known(operatingSystemFamily, `${path}.operatingSystemFamily`);
    if (family?.startsWith("WINDOWS") === true) {
        const remedy = "set operatingSystemFamily to LINUX";
        yield { path: `${path}.operatingSystemFamily`, asks: "Windows", offered, remedy };
    }
}

function* sizeMisfit(task: TaskDefinition, types: readonly NeuronInstanceType[]): Iterable<Misfit> {
    const size = sizeOf(task);
    if (types.some((type) => isHeld(size, type))) {
        return;
    }
    // Stryker disable next-line EqualityOperator: types with the same memory have the same CPUs
    const largest = types.reduce((one, other) => (mostMemory(other) > mostMemory(one) ? other : one));
    const isMemory = size.memoryMiB > mostMemory(largest);
    const isOfTask = (isMemory ? task.memory : task.cpu) !== undefined;
    yield {
        path: isOfTask ? (isMemory ? "memory" : "cpu") : "containerDefinitions",
        asks: isMemory ? `${size.memoryMiB} MiB of memory` : `${size.cpuUnits} CPU units`,
        offered: isMemory
            ? `registers no more than ${mostMemory(largest)} MiB`
            : `has ${neuronInstances[largest].vCpus * cpuUnitsPerVcpu}`,
        remedy: "ask for less, or place the task on a larger type",
    };
}

function isHeld({ memoryMiB, cpuUnits }: TaskSize, type: NeuronInstanceType): boolean {
    return memoryMiB <= mostMemory(type) && cpuUnits <= neuronInstances[type].vCpus * cpuUnitsPerVcpu;
}

function mostMemory(type: NeuronInstanceType): number {
    return mostRegisteredMiB(neuronInstances[type]);
}
