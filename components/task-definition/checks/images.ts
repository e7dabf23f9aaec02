import { imageProblem, imageRepository, neuronInstances, readNeuronImage, runtimeFacts } from "../../../contract";
import { quote, type Problems } from "../../validation/problems";
import { given, type Task } from "./task";

/** One of AWS's images whose name says that it cannot serve on the chips of the task. */
export function checkImages({ models, types, runtime }: Task, problems: Problems): void {
    const known = given(runtime);
    // Where a task is not told its types, those of its runtime tell what it may run on.
    const ofRuntime = known === undefined ? [] : runtimeFacts[known].instanceTypes;
    const candidates = types.value.length > 0 ? types.value : ofRuntime;
    for (const { path, value } of models) {
        const image = given(value.image);
        const read = image === undefined ? undefined : readNeuronImage(image);
        // The daemon's image is refused by itself.
        if (image !== undefined && read !== undefined && read.software !== "neuron-rtd") {
            const found = candidates.map((type) => ({ type, why: imageProblem(read, neuronInstances[type].chip) }));
            const [first] = found;
            if (first?.why !== undefined && found.every(({ why }) => why !== undefined)) {
                problems.add(
                    `${path}.image`,
                    `is ${quote(imageRepository(image))}, which cannot run on ${first.type}: ${first.why}; choose an ` +
                        "image for these chips, or instances for the image",
                );
            }
        }
    }
}
