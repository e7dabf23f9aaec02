import assert from "node:assert/strict";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";

/** A task definition with these containers, each with a name and an image of its own where none is given. */
export function taskOf(...containers: readonly object[]): TaskDefinition {
    const task = readTaskDefinition({
        containerDefinitions: containers.map((container, index) => ({
            name: `c${index}`,
            image: "example.org/app:1",
            ...container,
        })),
    });
    assert.deepStrictEqual(task.problems, []);
    return task;
}

/** The only container of such a task definition. */
export function containerOf(container: object): Container {
    const { containers } = taskOf(container);
    return (containers as readonly Container[])[0] as Container;
}
