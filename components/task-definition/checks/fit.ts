import { sizeMisfits, type SizeMisfit } from "../../../ecs/task/task-fit";
import { memoryOfContainers } from "../../../ecs/task/task-size";
import type { Problems } from "../../validation/problems";
import { given, type Task } from "../task";

/**
 * A task that asks for more than its instance registers stays pending for ever. A pool may launch each of its types, so
 * that the task must fit on the smallest.
 */
export function checkTaskFits(task: Task, problems: Problems): void {
    const misfits = task.types.value.flatMap((type) =>
        sizeMisfits(task.definition, type).map((misfit) => ({ ...misfit, type })),
    );
    for (const resource of ["memory", "cpu"] as const) {
        const [smallest] = misfits
            .filter((misfit) => misfit.resource === resource)
            .sort((one, other) => one.offered - other.offered);
        if (smallest !== undefined) {
            const { asked, offered, type } = smallest;
            const { path, asks } = requestOf(task, smallest);
            const has = resource === "memory" ? `registers no more than ${offered}` : `has ${offered}`;
            problems.add(
                path,
                `${asks}, but ${type} ${has}; ask for ${asked.least - offered} less, or choose a larger type`,
            );
        }
    }
    checkHolds(task, problems);
}

/** The argument that asks for too much, and in words what it asks for. */
function requestOf({ args, daemon, sidecars }: Task, { resource, asked }: SizeMisfit): { path: string; asks: string } {
    const amount = resource === "memory" ? `${asked.least} MiB of memory` : `${asked.least} CPU units`;
    if (args[resource] !== undefined) {
        return { path: resource, asks: `asks for ${amount}` };
    }
    const others = [...(daemon ? ["the daemon"] : []), ...(sidecars.length > 0 ? ["the sidecars"] : [])].join(" and ");
    return { path: "containers", asks: `ask for ${amount}${others && ` with ${others}`}` };
}

/** The containers of a task that has memory of its own must fit into it. */
function checkHolds({ args, definition }: Task, problems: Problems): void {
    const memory = given(args.memory);
    const { least } = memoryOfContainers(definition);
    if (memory !== undefined && least > Number(memory)) {
        problems.add(
            "memory",
            `is ${memory}, but must be at least what its containers reserve, which is ${least}; raise it`,
        );
    }
}
