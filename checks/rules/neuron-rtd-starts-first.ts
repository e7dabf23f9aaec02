import { Runtime, neuronRtdStartConditions } from "../../contract";
import { known } from "../../ecs/known";
import { startsAfter, waitingCircle } from "../../ecs/task/start-order";
import { label, quoted } from "../../ecs/task/task-definition";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

const conditions = neuronRtdStartConditions.join(" or ");

export const neuronRtdStartsFirst: TaskRule = {
    name: "neuron-rtd-starts-first",
    summary:
        `Every model container depends on the neuron-rtd sidecar with ${conditions}, and no containers wait for each ` +
        "other.",
    severity: "high",
    level: "mandatory",
    runtimes: [Runtime.NeuronRtd],
    options: ["runtimes"],
    why:
        "A model container that starts before the daemon finds no socket and fails, or starts a daemon of its own. " +
        "COMPLETE and SUCCESS never come true, because the daemon does not exit, and HEALTHY needs a health check to " +
        "become true.",
    fix: `Give each model container "dependsOn": [{"containerName": "<sidecar>", "condition": "START"}].`,
    sources: [sources.inferenceGuide, sources.containerDependency],
    *perDefinition(task) {
        const cycle = waitingCircle(task);
        if (cycle !== undefined) {
            yield {
                path: [...cycle[0].path, "dependsOn"],
                message:
                    `${cycle.map(label).join(" waits for ")}, which waits for ${label(cycle[0])}, so that none of ` +
                    "them starts; containers must not wait in a circle: remove one dependency",
            };
        }
    },
    *perModel(model, sidecar, task) {
        const path = [...model.path, "dependsOn"];
        const sidecarName = known(sidecar.name, sidecar.path, "name");
        const direct = known(model.dependsOn, path).find(
            ({ containerName }) => known(containerName, path) === sidecarName,
        );
        if (direct === undefined) {
            if (!startsAfter(task, model, sidecarName)) {
                yield {
                    path,
                    message:
                        `${label(model)} does not depend on the sidecar, ${label(sidecar)}; it must start after it: ` +
                        `add {"containerName": ${quoted(sidecarName)}, "condition": "START"} to dependsOn`,
                };
            }
            return;
        }
        const condition = known(direct.condition, path);
        if (!(neuronRtdStartConditions as readonly string[]).includes(condition)) {
            yield {
                path,
                message:
                    `${label(model)} waits for ${label(sidecar)} with condition ${quoted(condition)}, but it must be ` +
                    `${conditions}: the daemon never exits; use START`,
            };
        } else if (condition === "HEALTHY" && !known(sidecar.hasHealthCheck, sidecar.path, "healthCheck")) {
            yield {
                path,
                message:
                    `${label(model)} waits until ${label(sidecar)} is HEALTHY, but the sidecar has no healthCheck, ` +
                    "so that it never is: add one, or use START",
            };
        }
    },
};
