import { imageRepository, runtimeFacts } from "../../../contract";
import { decided } from "../../../ecs/known";
import { unsupportedImages } from "../../../ecs/task/unsupported-images";
import { quote, type Problems } from "../../validation/problems";
import { given, type Task } from "../task";

/** One of AWS's images whose name says that it cannot serve on the chips of the task. */
export function checkImages({ definition, types, runtime, argument }: Task, problems: Problems): void {
    const known = given(runtime);
    // Where a task is not told its types, those of its runtime tell what it may run on.
    const ofRuntime = known === undefined ? [] : runtimeFacts[known].instanceTypes;
    const candidates = types.value.length > 0 ? types.value : ofRuntime;
    for (const { container, image, isDaemon, type, problem } of decided(() =>
        unsupportedImages(definition, { types: candidates, areLaunched: false }),
    )) {
        // The daemon is refused by itself.
        if (image !== undefined && !isDaemon) {
            problems.add(
                argument.of([...container.path, "image"]),
                `is ${quote(imageRepository(image))}, which cannot run on ${type}: ${problem}; choose an image for ` +
                    "these chips, or instances for the image",
            );
        }
    }
}
