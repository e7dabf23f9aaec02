import { neuronRtdName } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { waitsFor, waitsOf, type Wait } from "../../../ecs/task/start-order";
import type { Container } from "../../../ecs/task/task-definition";
import { quote, type Problems } from "../../validation/problems";
import type { Task } from "../task";

/** The order in which containers start: every container that another waits for is there, and none waits for itself. */
export function checkDependencies(task: Task, problems: Problems): void {
    const { containers } = task.definition;
    for (const container of containers === UNKNOWN ? [] : containers) {
        for (const wait of waitsOf(task.definition, container)) {
            if (task.argument.isGiven(wait.path) && wait.name !== UNKNOWN) {
                checkWait(task.argument.of(wait.path), container, { ...wait, name: wait.name }, task, problems);
            }
        }
    }
}

function checkWait(
    path: string,
    container: Container,
    { name, condition, awaited }: Wait & { readonly name: string },
    task: Task,
    problems: Problems,
): void {
    if (name === neuronRtdName) {
        checkWaitForDaemon(`${path}.containerName`, task, problems);
    } else if (awaited === undefined) {
        problems.add(`${path}.containerName`, `is ${quote(name)}, but must be a container of this task; correct it`);
    } else if (awaited === UNKNOWN) {
        return;
    } else if (awaited === container || waitsFor(task.definition, awaited, container)) {
        problems.add(
            `${path}.containerName`,
            `is ${quote(name)}, which waits for this container, so that neither starts; leave one out`,
        );
    } else if (condition === "HEALTHY" && awaited.hasHealthCheck === false) {
        problems.add(
            `${path}.condition`,
            `is "HEALTHY", but ${quote(name)} has no healthCheck; give it one, or wait for its START`,
        );
    }
}

function checkWaitForDaemon(path: string, { runtime }: Task, problems: Problems): void {
    if (runtime === "libnrt") {
        problems.add(path, `is ${quote(neuronRtdName)}, but the runtime libnrt has no daemon; leave it out`);
    } else if (path.startsWith("containers")) {
        problems.add(
            path,
            `is ${quote(neuronRtdName)}, for which the component lets model containers wait; leave it out`,
        );
    }
}
