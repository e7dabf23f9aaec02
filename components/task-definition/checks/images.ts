import {
    imageProblem,
    imageRepository,
    neuronInstances,
    readNeuronImage,
    runtimeFacts,
    type NeuronInstanceType,
} from "../../../contract";
import { quote, type Problems } from "../../validation/problems";
import { given, type Task } from "./task";

/** One of AWS's images whose name says that it cannot serve on the chips of the task. */
export function checkImages({ models, types, runtime }: Task, problems: Problems): void {
    for (const { path, value } of models) {
        const image = given(value.image);
        const read = image === undefined ? undefined : readNeuronImage(image);
        // What all types of a runtime have in common tells of a task whose own are not said.
        const known = given(runtime);
        const candidates =
            types.value.length > 0 ? types.value : known === undefined ? [] : runtimeFacts[known].instanceTypes;
        const found = candidates.map((type) => ({ type, problem: read && imageProblem(read, chipOf(type)) }));
        const [first] = found;
        const isWrong =
            types.value.length > 0 ? first?.problem : found.every(({ problem }) => problem) && first?.problem;
        // The daemon's own image is refused by itself.
        if (image !== undefined && isWrong && read?.software !== "neuron-rtd") {
            problems.add(
                `${path}.image`,
                `is ${quote(imageRepository(image))}, which cannot run on ${first?.type}: ${first?.problem}; choose an ` +
                    "image for these chips, or instances for the image",
            );
        }
    }
}

function chipOf(type: NeuronInstanceType) {
    return neuronInstances[type].chip;
}
