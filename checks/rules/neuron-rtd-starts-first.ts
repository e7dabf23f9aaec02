import { label, quoted } from "../phrasing/names";
import { Runtime, neuronRtdStartConditions } from "../../contract";
import { known } from "../../ecs/known";
import { fixedBy } from "../fixes/fix";
import { fixStartsFirst } from "../fixes/starts-first";
import { startsAfter, waitingCircle } from "../../ecs/task/start-order";
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
    isFixable: true,
    why:
        "A model container that starts before the daemon finds no socket and fails, or starts a daemon of its own. " +
        "COMPLETE and SUCCESS never come true, because the daemon does not exit, and HEALTHY needs a health check to " +
        "become true.",
    fix: `Give each model container "dependsOn": [{"containerName": "<sidecar>", "condition": "START"}].`,
    sources: [sources.inferenceGuide, sources.containerDependency],
    *perDefinition(task) {
        const cycle = waitingCircle(task);
        if (cycle !== undefined) {
            const [first, ...others] = cycle;
            const awaited = [...others, first].map(label);
            yield {
                path: [...first.path, "dependsOn"],
                subject: label(first),
                problem: `waits for ${awaited.join(", which waits for ")}, so that none of them starts`,
                requirement: "containers must not wait in a circle",
                remedy: "remove one dependency",
            };
        }
    },
    *perModel(model, sidecar, task) {
        const path = [...model.path, "dependsOn"];
        const fixed = () => fixedBy(task, (context) => fixStartsFirst(model, context));
        const sidecarName = known(sidecar.name, sidecar.path, "name");
        const direct = known(model.dependsOn, path).find(
            ({ containerName }) => known(containerName, path) === sidecarName,
        );
        if (direct === undefined) {
            if (!startsAfter(task, model, sidecarName)) {
                yield {
                    path,
                    subject: label(model),
                    problem: `does not depend on the sidecar, ${label(sidecar)}`,
                    requirement: "it must start after it",
                    remedy: `add {"containerName": ${quoted(sidecarName)}, "condition": "START"} to dependsOn`,
                    ...fixed(),
                };
            }
            return;
        }
        const condition = known(direct.condition, path);
        if (!(neuronRtdStartConditions as readonly string[]).includes(condition)) {
            yield {
                path,
                subject: label(model),
                given: `waits for ${label(sidecar)} with condition ${quoted(condition)}`,
                problem: "the daemon never exits",
                requirement: `it must be ${conditions}`,
                remedy: "use START",
                ...fixed(),
            };
        } else if (condition === "HEALTHY" && !known(sidecar.hasHealthCheck, sidecar.path, "healthCheck")) {
            yield {
                path,
                subject: label(model),
                given: `waits until ${label(sidecar)} is HEALTHY`,
                problem: "the sidecar has no healthCheck, so that it never is",
                remedy: "add one, or use START",
                ...fixed(),
            };
        }
    },
};
