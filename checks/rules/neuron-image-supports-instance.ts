import { label, named, quoted } from "../phrasing/names";
import { imageRepository, neuronRtdName, Runtime } from "../../contract";
import { decided } from "../../ecs/known";
import { fargateOf, readingEach, readingTask, taskOf } from "../stack/inference-starter";
import { placedTypes } from "../stack/starter-placement";
import { ownTypes } from "../../ecs/task/member-of";
import { typesThatFit } from "../../ecs/task/task-fit";
import { knowsSize } from "../../ecs/task/task-size";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { namesSoftware, unsupportedImages, type UnsupportedImage } from "../../ecs/task/unsupported-images";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronImageSupportsInstance: Rule = {
    name: "neuron-image-supports-instance",
    summary:
        "An image of AWS's own for Neuron, and the daemon of whatever image, runs on the chips of the instances on " +
        "which its task may be placed.",
    severity: "high",
    level: "mandatory",
    why:
        "The frameworks in images called -neuron compile and load models for Inf1 only, those in images called " +
        "-neuronx for Inf2 and Trainium. The runtime library left Inf1 with Neuron SDK 2.21; NxD Inference, on which " +
        "vLLM stood, left Inf2 and Trn1 with 2.29, as TensorFlow left all; vLLM 0.21 and newer is for Trn2 and Trn3. " +
        "On another chip the container starts, and no model loads. The daemon, neuron-rtd, drives Inf1 only. Of " +
        "other images only AWS's own are judged: others may have any name.",
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
        for (const unsupported of namesSoftware(task) ? unsupportedByOwn(task) : []) {
            const { container, type, isDaemon } = unsupported;
            const { is, reason, remedy } = wordsOf(unsupported);
            yield {
                path: isDaemon ? container.path : [...container.path, "image"],
                subject: label(container),
                given: is,
                problem: `the task is placed on ${type}, ${reason}`,
                remedy,
            };
        }
    },
    *perStarter(starter, stack) {
        const definition = taskOf(starter);
        if (definition === undefined || fargateOf(starter) !== undefined || !readingTask(definition, namesSoftware)) {
            return;
        }
        const placed = placedTypes(starter, stack);
        if (placed === undefined) {
            return;
        }
        const byOwn = decided(() => unsupportedByOwn(definition.task));
        const said = new Set(byOwn.map(({ container }) => container));
        const found = readingEach(definition, (task) =>
            unsupportedImages(task, { ...placed, types: typesThatFit(task, placed.types) }),
        );
        for (const unsupported of found) {
            const { container, type } = unsupported;
            if (!said.has(container)) {
                // What is not known of the size may leave no room on this type, but on another.
                if (placed.areLaunched && placed.types.length > 1) {
                    readingTask(definition, knowsSize);
                }
                const { reasonAt, remedy } = wordsOf(unsupported);
                yield {
                    path: ["taskDefinition"],
                    subject: starter.title,
                    problem: `may place tasks of ${named(definition.id)} on ${type}, ${reasonAt}`,
                    remedy,
                };
            }
        }
    },
};

/** What a container is, why that cannot run, told of it and of its service, and what to do. */
function wordsOf({ container, image = "", isDaemon, problem }: UnsupportedImage) {
    if (isDaemon) {
        const reason = `which needs the runtime ${Runtime.Libnrt}, as ${neuronRtdName} drives Inf1 only`;
        return {
            is: `is a ${neuronRtdName} sidecar`,
            reason,
            reasonAt: `${reason}, and ${label(container)} is a ${neuronRtdName} sidecar`,
            remedy: "remove the sidecar and map the devices in the model container, or place the task on Inf1",
        };
    }
    // An image by its repository: it is AWS's, and what follows it may be anything.
    const name = quoted(imageRepository(image));
    return {
        is: `has the image ${name}`,
        reason: `on which it cannot run, as ${problem}`,
        reasonAt: `on which ${label(container)} cannot run its image ${name}, as ${problem}`,
        remedy: "use the image for that chip, or place the task on instances that the image is for",
    };
}

/** What the definition's own placement tells already. */
function* unsupportedByOwn(task: TaskDefinition): Iterable<UnsupportedImage> {
    const types = ownTypes(task);
    if (types !== undefined) {
        yield* unsupportedImages(task, { types, areLaunched: false });
    }
}
