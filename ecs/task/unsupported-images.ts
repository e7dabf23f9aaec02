import { imageProblem, isKnownNeuronType, neuronInstances, readNeuronImage, type NeuronImage } from "../../contract";
import { any, holds, Undecided, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import { isWatcher } from "./bystanders";
import { workOf } from "./command-evidence";
import { unknownArguments } from "./command-line";
import { containersOf } from "./containers";
import { isSidecar } from "./sidecar";
import type { Container, TaskDefinition } from "./task-definition";

/** A container whose software cannot run on the chips of an instance type. */
export interface UnsupportedImage {
    readonly container: Container;
    /** Its image; undefined where it is not known. */
    readonly image: string | undefined;
    /** Whether it is the daemon, of whatever image. */
    readonly isDaemon: boolean;
    /** The first type on which it cannot run. */
    readonly type: string;
    readonly problem: string;
}

/**
 * The containers whose image, or whose part as the daemon, cannot run on the types: on none of them where it is not
 * told which of them there will be, and else not on one. @throws Undecided after them, while an image, or what it is
 * there for, is not known
 */
export function* unsupportedImages(
    task: TaskDefinition,
    { types, areLaunched }: { readonly types: readonly string[]; readonly areLaunched: boolean },
): Iterable<UnsupportedImage> {
    let unknown: Path | undefined;
    for (const container of containersOf(task)) {
        const software = softwareOf(container);
        const image = container.image === UNKNOWN ? undefined : container.image;
        const isDaemon = isSidecar(container) === true;
        if (software === UNKNOWN) {
            unknown ??= image === undefined ? [...container.path, "image"] : unknownArguments(container);
        } else if (software !== undefined) {
            const wrong = types.flatMap((type) => {
                const problem = problemOn(software, type);
                return problem === undefined ? [] : [{ container, image, isDaemon, type, problem }];
            });
            const [first] = wrong;
            if (first !== undefined && (areLaunched || wrong.length === types.length)) {
                yield first;
            }
        }
    }
    if (unknown !== undefined) {
        throw new Undecided({ path: unknown });
    }
}

/** Whether an image, or a container's part as the daemon, may say on which chips a container of the task runs. */
export function namesSoftware(task: TaskDefinition): boolean {
    return containersOf(task).some((container) => softwareOf(container) !== undefined);
}

/** What a container runs on chips; undefined for one that uses none, or of which nothing tells. */
function softwareOf(container: Container): Known<NeuronImage | undefined> {
    if (isSidecar(container) === true) {
        return { software: "neuron-rtd", sdk: undefined };
    }
    const { image } = container;
    const needsNoChip = any([isWatcher(container), holds(workOf(container), (work) => work === "compiles")]);
    const read = image === UNKNOWN ? UNKNOWN : readNeuronImage(image);
    return read === undefined || needsNoChip === true ? undefined : needsNoChip === UNKNOWN ? UNKNOWN : read;
}

function problemOn(software: NeuronImage, type: string): string | undefined {
    return isKnownNeuronType(type) ? imageProblem(software, neuronInstances[type].chip) : undefined;
}
