import { isKnownNeuronType, type NeuronInstanceType } from "../../contract";
import { inParts, known } from "../known";
import { mostOffering, offerOf } from "../pool/offer";
import type { Path } from "../path";
import { sizeOf, type TaskSize } from "./task-size";
import type { TaskDefinition } from "./task-definition";

/** Why a task can never start on instances of certain types. */
export interface Misfit {
    /** The property of the task definition. */
    readonly path: Path;
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
    const { cpuArchitecture, operatingSystemFamily } = known(runtimePlatform, ["runtimePlatform"]);
    const offered = "has x86_64 processors and Linux";
    const path = ["runtimePlatform"];
    if (known(cpuArchitecture, path, "cpuArchitecture") === "ARM64") {
        const remedy = "set cpuArchitecture to X86_64, and build the image for it";
        yield { path: [...path, "cpuArchitecture"], asks: "the architecture ARM64", offered, remedy };
        return;
    }
    const family = known(operatingSystemFamily, path, "operatingSystemFamily");
    if (family?.startsWith("WINDOWS") === true) {
        const remedy = "set operatingSystemFamily to LINUX";
        yield { path: [...path, "operatingSystemFamily"], asks: "Windows", offered, remedy };
    }
}

function* sizeMisfit(task: TaskDefinition, types: readonly NeuronInstanceType[]): Iterable<Misfit> {
    const size = sizeOf(task);
    const largest = mostOffering(types, "memoryMiB");
    if (largest === undefined || types.some((type) => isHeld(size, type))) {
        return;
    }
    const { memoryMiB, cpuUnits } = offerOf(largest);
    const isMemory = size.memoryMiB > memoryMiB;
    const isOfTask = (isMemory ? task.memory : task.cpu) !== undefined;
    yield {
        path: [isOfTask ? (isMemory ? "memory" : "cpu") : "containerDefinitions"],
        asks: isMemory ? `${size.memoryMiB} MiB of memory` : `${size.cpuUnits} CPU units`,
        offered: isMemory ? `registers no more than ${memoryMiB} MiB` : `has ${cpuUnits}`,
        remedy: "ask for less, or place the task on a larger type",
    };
}

function isHeld(size: TaskSize, type: NeuronInstanceType): boolean {
    const { memoryMiB, cpuUnits } = offerOf(type);
    return size.memoryMiB <= memoryMiB && size.cpuUnits <= cpuUnits;
}
