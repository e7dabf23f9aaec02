import { label, named, quoted } from "../phrasing/names";
import { imageRepository, readNeuronImage } from "../../contract";
import { decided, UNKNOWN } from "../../ecs/known";
import { fargateOf, readingEach, readingTask, taskOf } from "../stack/inference-starter";
import { placedTypes } from "../stack/starter-placement";
import { containersOf } from "../../ecs/task/containers";
import { ownTypes } from "../../ecs/task/member-of";
import { typesWithRoom } from "../../ecs/task/task-fit";
import { knowsSize } from "../../ecs/task/task-size";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { unsupportedImages, type UnsupportedImage } from "../../ecs/task/unsupported-images";
import type { Rule } from "./rule";
import { sources } from "./sources";

const remedy = "use the image for that chip, or place the task on instances that the image is for";

export const neuronImageSupportsInstance: Rule = {
    name: "neuron-image-supports-instance",
    summary: "An image of AWS's own for Neuron runs on the chips of the instances on which its task may be placed.",
    severity: "high",
    level: "mandatory",
    why:
        "The frameworks in images called -neuron compile and load models for Inf1 only, those in images called " +
        "-neuronx for Inf2 and Trainium. The runtime library left Inf1 with Neuron SDK 2.21; NxD Inference, on which " +
        "vLLM stood, left Inf2 and Trn1 with 2.29, as TensorFlow left all; vLLM 0.21 and newer is for Trn2 and Trn3. " +
        "On another chip the container starts, and no model loads. Only AWS's own images are " +
        "judged: others may have any name.",
    fix:
        "On Inf1 take an image …-inference-neuron with sdk2.20 or older in its tag; on Inf2 and Trn1 an image " +
        "…-neuronx, of vLLM and TensorFlow one with sdk2.28 or older; on Trn2 an image …-neuronx.",
    sources: [
        sources.neuronImages,
        sources.containerImages,
        sources.runtimeReleases,
        sources.neuronReleases,
        sources.vllmQuickstart,
    ],
    *perDefinition(task) {
        for (const { container, image, type, problem } of hasNeuronImage(task) ? unsupportedByOwn(task) : []) {
            yield {
                path: [...container.path, "image"],
                subject: label(container),
                given: `has the image ${name(image)}`,
                problem: `the task is placed on ${type}, on which it cannot run, as ${problem}`,
                remedy,
            };
        }
    },
    *perStarter(starter, stack) {
        const definition = taskOf(starter);
        if (definition === undefined || fargateOf(starter) !== undefined || !readingTask(definition, hasNeuronImage)) {
            return;
        }
        const placed = placedTypes(starter, stack);
        if (placed === undefined) {
            return;
        }
        const byOwn = decided(() => unsupportedByOwn(definition.task));
        const said = new Set(byOwn.map(({ container }) => container));
        const found = readingEach(definition, (task) =>
            unsupportedImages(task, { ...placed, types: typesWithRoom(task, placed.types) }),
        );
        for (const { container, image, type, problem } of found) {
            if (!said.has(container)) {
                // What is not known of the size may leave no room on this type, but on another.
                if (placed.areLaunched && placed.types.length > 1) {
                    readingTask(definition, knowsSize);
                }
                yield {
                    path: ["taskDefinition"],
                    subject: starter.title,
                    problem:
                        `may place tasks of ${named(definition.id)} on ${type}, on which ${label(container)} cannot ` +
                        `run its image ${name(image)}, as ${problem}`,
                    remedy,
                };
            }
        }
    },
};

/** Whether an image may say something. @throws Undecided */
function hasNeuronImage(task: TaskDefinition): boolean {
    return containersOf(task).some(({ image }) => image === UNKNOWN || readNeuronImage(image) !== undefined);
}

/** What the definition's own placement tells already. */
function* unsupportedByOwn(task: TaskDefinition): Iterable<UnsupportedImage> {
    const types = ownTypes(task);
    if (types !== undefined) {
        yield* unsupportedImages(task, { types, areLaunched: false });
    }
}

/** An image by its repository: it is AWS's, and what follows it may be anything. */
function name(image: string): string {
    return quoted(imageRepository(image));
}
