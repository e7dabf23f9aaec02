import { isKnownNeuronType, readNeuronImage, type NeuronInstanceType } from "../../contract";
import { any, holds, inParts, known } from "../known";
import { largestType, offerOf } from "../pool/offer";
import type { Path } from "../path";
import { containersOf } from "./containers";
import { exact, sizeOf, type Amount } from "./task-size";
import type { TaskDefinition } from "./task-definition";

/** Why a task can never start on instances of certain types: its platform, or what it asks for and what there is. */
export type Misfit = { readonly path: Path } & (
    | { readonly kind: "architecture" | "operatingSystem" }
    | {
          /** MiB, or CPU units. */
          readonly kind: "memory" | "cpu";
          readonly asked: Amount;
          readonly offered: number;
      }
);

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

/**
 * What keeps a task with an image of AWS's for Neuron from starting wherever it is placed: there is none for ARM or
 * Windows. @throws Undecided
 */
export function* imageMisfit(task: TaskDefinition): Iterable<Misfit> {
    const images = containersOf(task).map(({ image }) => holds(image, (one) => readNeuronImage(one) !== undefined));
    for (const misfit of images.every((image) => image === false) ? [] : platformMisfit(task)) {
        known(any(images), ["containerDefinitions"]);
        yield misfit;
    }
}

/** All instances of the table have Intel or AMD processors, and AWS has no Neuron driver for Windows. */
function* platformMisfit({ runtimePlatform }: TaskDefinition): Iterable<Misfit> {
    const { cpuArchitecture, operatingSystemFamily } = known(runtimePlatform, ["runtimePlatform"]);
    const path = ["runtimePlatform"];
    if (known(cpuArchitecture, path, "cpuArchitecture") === "ARM64") {
        yield { kind: "architecture", path: [...path, "cpuArchitecture"] };
        return;
    }
    if (known(operatingSystemFamily, path, "operatingSystemFamily")?.startsWith("WINDOWS") === true) {
        yield { kind: "operatingSystem", path: [...path, "operatingSystemFamily"] };
    }
}

function* sizeMisfit(task: TaskDefinition, types: readonly NeuronInstanceType[]): Iterable<Misfit> {
    const largest = largestType(types, "memoryMiB");
    const [first] = largest === undefined ? [] : sizeMisfits(task, largest);
    if (first === undefined || types.some((type) => sizeMisfits(task, type).length === 0)) {
        // What is not known may be too much.
        const { memoryMiB, cpuUnits } = sizeOf(task);
        exact(memoryMiB);
        exact(cpuUnits);
        return;
    }
    const { resource, asked, offered } = first;
    yield { kind: resource, path: [task[resource] === undefined ? "containerDefinitions" : resource], asked, offered };
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

/** The types that may have room for the task; all of them where none has, which is another mistake. */
export function typesThatFit(task: TaskDefinition, types: readonly string[]): readonly string[] {
    const fitting = types.filter((type) => !isKnownNeuronType(type) || sizeMisfits(task, type).length === 0);
    return fitting.length === 0 ? types : fitting;
}
