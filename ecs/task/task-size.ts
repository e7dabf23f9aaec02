import { known } from "../known";
import { containersOf } from "./containers";
import type { TaskDefinition } from "./task-definition";

/** What a task takes of an instance. */
export interface TaskSize {
    readonly memoryMiB: number;
    readonly cpuUnits: number;
}

/**
 * What ECS subtracts from an instance's memory and CPU for a task: what the task says as a whole, or else the sum over
 * its containers, of each the soft limit of memory where it has one, and else the hard one.
 *
 * Sources: Amazon ECS API Reference, ContainerDefinition (memoryReservation); Amazon ECS Developer Guide, "Reserving
 * Amazon ECS Linux container instance memory". @throws Undecided
 */
export function sizeOf(task: TaskDefinition): TaskSize {
    return { memoryMiB: memoryOf(task), cpuUnits: cpuOf(task) };
}

function memoryOf(task: TaskDefinition): number {
    const ofContainers = () =>
        containersOf(task).map(
            ({ path, memory, memoryReservation }) =>
                positive(known(memoryReservation, path, "memoryReservation")) ?? known(memory, path, "memory") ?? 0,
        );
    return positive(known(task.memory, ["memory"])) ?? sum(ofContainers());
}

function cpuOf(task: TaskDefinition): number {
    return (
        positive(known(task.cpu, ["cpu"])) ??
        sum(containersOf(task).map(({ path, cpu }) => known(cpu, path, "cpu") ?? 0))
    );
}

/** ECS writes 0 where nothing is given. */
function positive(value: number | undefined): number | undefined {
    return (value ?? 0) > 0 ? value : undefined;
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
