import { neuronRtdName } from "../../contract";
import { known } from "../../ecs/known";
import { isInferenceTask } from "../../ecs/task/inference-task";
import { isPrivileged } from "../../ecs/task/reach";
import { runtimeOf } from "../../ecs/task/runtime";
import { defaultOptions } from "../configuration/options";
import { named } from "../phrasing/names";
import { readingTask, taskOf } from "../stack/inference-starter";
import { type Stack } from "../stack/stack";
import type { TaskStarter } from "../stack/stack-resources";
import { placedTypes } from "../stack/starter-placement";
import type { Violation } from "./rule";
import { adviceFor } from "./runtime-advice";

/** What no container is or has, where none reaches a chip. */
export const nothingSays =
    `is a ${neuronRtdName} sidecar, maps a Neuron device or requires one, ` + "so that none reaches a chip";

/**
 * A task that only what starts it holds to Neuron instances, and that reaches no chip there. What its definition shows
 * by itself is said of that. @throws Undecided
 */
export function* placedWithoutChips(starter: TaskStarter, stack: Stack): Iterable<Violation> {
    const definition = taskOf(starter);
    if (definition === undefined || known(isInferenceTask(definition.task), ["taskDefinition"])) {
        return;
    }
    if (readingTask(definition, runtimeOf) === "unclear" && !readingTask(definition, isPrivileged)) {
        yield {
            path: ["taskDefinition"],
            subject: starter.title,
            given: `places tasks of ${named(definition.id)} on instances with chips`,
            problem: `no container of it ${nothingSays}`,
            remedy: adviceFor(definition.task, {
                ...defaultOptions,
                placedTypes: placedTypes(starter, stack)?.types,
            }),
        };
    }
}
