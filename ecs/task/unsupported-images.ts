import { imageProblem, isKnownNeuronType, neuronInstances, readNeuronImage } from "../../contract";
import { Undecided, UNKNOWN } from "../known";
import type { Path } from "../path";
import { containersOf } from "./containers";
import type { Container, TaskDefinition } from "./task-definition";

/** A container whose image cannot run on the chips of an instance type. */
export interface UnsupportedImage {
    readonly container: Container;
    readonly image: string;
    /** The first type on which it cannot run. */
    readonly type: string;
    readonly problem: string;
}

/**
 * The containers whose image cannot run on the types: on none of them where it is not told which of them there will be,
 * and else not on one. @throws Undecided after them, while an image is not known
 */
export function* unsupportedImages(
    task: TaskDefinition,
    { types, areLaunched }: { readonly types: readonly string[]; readonly areLaunched: boolean },
): Iterable<UnsupportedImage> {
    let unknown: Path | undefined;
    for (const container of containersOf(task)) {
        const { path, image } = container;
        if (image === UNKNOWN) {
            unknown ??= [...path, "image"];
            continue;
        }
        const wrong = types.flatMap((type) => {
            const problem = problemOn(image, type);
            return problem === undefined ? [] : [{ container, image, type, problem }];
        });
        const [first] = wrong;
        if (first !== undefined && (areLaunched || wrong.length === types.length)) {
            yield first;
        }
    }
    if (unknown !== undefined) {
        throw new Undecided({ path: unknown });
    }
}

function problemOn(image: string, type: string): string | undefined {
    const read = readNeuronImage(image);
    return read && isKnownNeuronType(type) ? imageProblem(read, neuronInstances[type].chip) : undefined;
}
