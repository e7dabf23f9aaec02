import { Runtime, neuronRtdStartConditions } from "../../contract";
import { memoOfTwo } from "../../ecs/memo";
import { known, UNKNOWN, Undecided } from "../../ecs/known";
import { containersOf } from "../../ecs/task/containers";
import { label, quoted, type Container, type TaskDefinition } from "../../ecs/task/task-definition";
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
        const cycle = containersOf(task)
            .map((container) => circleFrom(task, [container]))
            .find((circle) => circle !== undefined);
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

/** Whether a container waits for the sidecar through others: then the sidecar has started too. */
function startsAfter(task: TaskDefinition, model: Container, sidecarName: string): boolean {
    const reached = new Set<Container>();
    const next = [model];
    for (let container = next.pop(); container !== undefined; container = next.pop()) {
        if (container.name === sidecarName) {
            return true;
        }
        if (!reached.has(container)) {
            reached.add(container);
            next.push(...dependencies(task, container));
        }
    }
    return false;
}

/**
 * The containers that one waits for. @throws Undecided while one that is named may be among those without a known name
 */
const dependencies = memoOfTwo((task: TaskDefinition, container: Container): readonly Container[] => {
    const containers = containersOf(task);
    const path = [...container.path, "dependsOn"];
    const awaited = known(container.dependsOn, path).map(({ containerName }) => known(containerName, path));
    const names = containers.map(({ name }) => name);
    const nameless = containers.find(({ name }) => name === UNKNOWN);
    if (nameless !== undefined && !awaited.every((name) => names.includes(name))) {
        throw new Undecided({ path: [...nameless.path, "name"] });
    }
    return containers.filter(({ name }) => awaited.includes(name as string));
});

type Chain = readonly [Container, ...Container[]];

/**
 * Containers that wait for each other, the first also for the last: where the paths from a container lead back into
 * themselves.
 *
 * @param chain the container, then the one that waits for it, and so on
 */
function circleFrom(task: TaskDefinition, chain: Chain): Chain | undefined {
    const [container, ...before] = chain;
    const at = before.indexOf(container);
    if (at !== -1) {
        return [container, ...before.slice(0, at).reverse()];
    }
    for (const next of dependencies(task, container)) {
        const circle = circleFrom(task, [next, ...chain]);
        if (circle !== undefined) {
            return circle;
        }
    }
    return undefined;
}
