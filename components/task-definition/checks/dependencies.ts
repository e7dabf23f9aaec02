import { neuronRtdName } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { quote, type Problems } from "../../validation/problems";
import { at, containersOf, given, items, type At, type SidecarContainer, type Task } from "./task";

/** The order in which containers start: every container that another waits for is there, and none waits for itself. */
export function checkDependencies(task: Task, problems: Problems): void {
    const containers = containersOf(task);
    const all = [...items(task.args.containers), ...items(task.args.sidecars)];
    const areAllKnown = all.every((one) => one !== UNKNOWN && one.name !== UNKNOWN);
    const byName = new Map(containers.map((one) => [given(one.value.name), one]));
    for (const container of containers) {
        for (const { path, value } of at(`${container.path}.dependsOn`, container.value.dependsOn)) {
            const name = given(value.containerName);
            const awaited = byName.get(name);
            if (name === neuronRtdName) {
                checkWaitForDaemon(`${path}.containerName`, container, task, problems);
            } else if (name !== undefined && awaited === undefined && areAllKnown) {
                problems.add(
                    `${path}.containerName`,
                    `is ${quote(name)}, but must be a container of this task; correct it`,
                );
            } else if (awaited !== undefined && reaches(awaited, container, byName)) {
                problems.add(
                    `${path}.containerName`,
                    `is ${quote(name)}, which waits for this container, so that neither starts; leave one out`,
                );
            } else if (awaited !== undefined && value.condition === "HEALTHY" && !hasHealthCheck(awaited)) {
                problems.add(
                    `${path}.condition`,
                    `is "HEALTHY", but ${quote(name)} has no healthCheck; give it one, or wait for its START`,
                );
            }
        }
    }
}

function checkWaitForDaemon(
    path: string,
    container: At<SidecarContainer>,
    { runtime, models }: Task,
    problems: Problems,
): void {
    if (runtime === "libnrt") {
        problems.add(path, `is ${quote(neuronRtdName)}, but the runtime libnrt has no daemon; leave it out`);
    } else if (models.some((one) => one.path === container.path)) {
        problems.add(
            path,
            `is ${quote(neuronRtdName)}, for which the component lets model containers wait; leave it out`,
        );
    }
}

/** Whether a container waits for another one, perhaps by others between them. */
function reaches(
    from: At<SidecarContainer>,
    to: At<SidecarContainer>,
    byName: ReadonlyMap<string | undefined, At<SidecarContainer>>,
    seen: ReadonlySet<string> = new Set(),
): boolean {
    if (from.path === to.path) {
        return true;
    }
    const next = seen.has(from.path) ? [] : at("", from.value.dependsOn);
    return next.some(({ value }) => {
        const awaited = byName.get(given(value.containerName));
        return awaited !== undefined && reaches(awaited, to, byName, new Set([...seen, from.path]));
    });
}

function hasHealthCheck({ value: { healthCheck } }: At<SidecarContainer>): boolean {
    return healthCheck === UNKNOWN || (healthCheck !== undefined && given(given(healthCheck.command)?.[0]) !== "NONE");
}
