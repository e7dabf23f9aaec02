import { isKnownNeuronType, type NeuronInstanceType } from "../../contract";
import { inParts, known } from "../known";
import { mostOffering, offerOf } from "../pool/offer";
import type { Path } from "../path";
import { exact, sizeOf, type Amount } from "./task-size";
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
    const largest = mostOffering(types, "memoryMiB");
    const [first] = largest === undefined ? [] : sizeMisfits(task, largest);
    if (first === undefined || types.some((type) => sizeMisfits(task, type).length === 0)) {
        // What is not known may be too much.
        const { memoryMiB, cpuUnits } = sizeOf(task);
        exact(memoryMiB);
        exact(cpuUnits);
        return;
    }
    const { resource, asked, offered } = first;
    const amount = `${asked.unknown === undefined ? "" : "at least "}${asked.least}`;
    yield {
        path: [task[resource] === undefined ? "containerDefinitions" : resource],
        asks: resource === "memory" ? `${amount} MiB of memory` : `${amount} CPU units`,
        offered: resource === "memory" ? `registers no more than ${offered} MiB` : `has ${offered}`,
        remedy: "ask for less, or place the task on a larger type",
    };
}

/** What a task asks for, of which no instance of a type has as much. */
export interface SizeMisfit {
    readonly resource: "memory" | "cpu";
    readonly asked: Amount;
    readonly offered: number;
}

/** Everything of a task's size that no instance of a type can hold, as far as it is certain. */
export function sizeMisfits(task: TaskDefinition, type: NeuronInstanceType): readonly SizeMisfit[] {
    const size = sizeOf(task);
    const offer = offerOf(type);
    const all: readonly SizeMisfit[] = [
        { resource: "memory", asked: size.memoryMiB, offered: offer.memoryMiB },
        { resource: "cpu", asked: size.cpuUnits, offered: offer.cpuUnits },
    ];
    return all.filter(({ asked, offered }) => asked.least > offered);
}
