import { Undecided, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import type { Container, TaskDefinition } from "./task-definition";

/** What a task takes of an instance. */
export interface TaskSize {
    readonly memoryMiB: Amount;
    readonly cpuUnits: Amount;
}

/** An amount, as far as it is known. */
export interface Amount {
    /** What is certain. */
    readonly least: number;
    /** The first value that is not known and may add to it; undefined where the amount is exact. */
    readonly unknown?: Path;
}

/**
 * What ECS subtracts from an instance's memory and CPU for a task: what the task says as a whole, or else the sum over
 * its containers, of each the soft limit of memory where it has one, and else the hard one.
 *
 * Sources: Amazon ECS API Reference, ContainerDefinition (memoryReservation); Amazon ECS Developer Guide, "Reserving
 * Amazon ECS Linux container instance memory".
 */
export function sizeOf(task: TaskDefinition): TaskSize {
    return {
        memoryMiB: given(task.memory, ["memory"]) ?? memoryOfContainers(task),
        cpuUnits: given(task.cpu, ["cpu"]) ?? cpuOfContainers(task),
    };
}

/** CPU units that the containers reserve together, whatever the task says as a whole. */
export function cpuOfContainers(task: TaskDefinition): Amount {
    return sum(task, ({ path, cpu }) => given(cpu, [...path, "cpu"]));
}

/** MiB that the containers reserve together, whatever the task says as a whole. */
export function memoryOfContainers(task: TaskDefinition): Amount {
    return sum(
        task,
        ({ path, memory, memoryReservation }) =>
            given(memoryReservation, [...path, "memoryReservation"]) ?? given(memory, [...path, "memory"]),
    );
}

/** The amount. @throws Undecided while it may be more */
export function exact({ least, unknown }: Amount): number {
    if (unknown !== undefined) {
        throw new Undecided({ path: unknown });
    }
    return least;
}

/** @throws Undecided while something of a task's size is not known */
export function knowsSize(task: TaskDefinition): void {
    const { memoryMiB, cpuUnits } = sizeOf(task);
    [memoryMiB, cpuUnits].forEach(exact);
}

/** ECS writes 0 where nothing is given. */
function given(value: Known<number> | undefined, path: Path): Amount | undefined {
    return value === UNKNOWN ? { least: 0, unknown: path } : (value ?? 0) > 0 ? { least: value as number } : undefined;
}

function sum({ containers }: TaskDefinition, amountOf: (container: Container) => Amount | undefined): Amount {
    if (containers === UNKNOWN) {
        return { least: 0, unknown: ["containerDefinitions"] };
    }
    const amounts = containers.map((container) => amountOf(container) ?? { least: 0 });
    const least = amounts.reduce((total, amount) => total + amount.least, 0);
    const unknown = amounts.find((amount) => amount.unknown !== undefined)?.unknown;
    return unknown === undefined ? { least } : { least, unknown };
}
