import { cpuUnitsPerVcpu, mostRegisteredMiB, neuronInstances, type InferentiaInstanceType } from "../../../contract";
import { defaultMemoryReservationMiB } from "../../../ecs/render/task";
import { UNKNOWN } from "../../../ecs/known";
import type { Problems } from "../../validation/problems";
import { given, items, type Settings, type Task } from "./task";

/**
 * A task that asks for more than its instance registers stays pending for ever. A pool may launch each of its types, so
 * that the task must fit on the smallest.
 */
export function checkFit(task: Task, problems: Problems): void {
    const { types, args } = task;
    const memory = reserved(task, "memory", memoryOf);
    const cpu = reserved(task, "cpu", (container) => given(container.cpu) ?? 0);
    const smallest = (of: (type: InferentiaInstanceType) => number) =>
        [...types.value].sort((one, other) => of(one) - of(other))[0];
    const leastMemory = smallest(memoryIn);
    if (leastMemory !== undefined && memory.sum > memoryIn(leastMemory)) {
        const most = memoryIn(leastMemory);
        problems.add(
            memory.path,
            `${memory.verb} ${memory.sum} MiB of memory${memory.what}, but ${leastMemory} registers no more than ` +
                `${most}; ask for ${memory.sum - most} less, or choose a larger type`,
        );
    }
    const leastCpu = smallest(cpuIn);
    if (leastCpu !== undefined && cpu.sum > cpuIn(leastCpu)) {
        problems.add(
            cpu.path,
            `${cpu.verb} ${cpu.sum} CPU units${cpu.what}, but ${leastCpu} has ${cpuIn(leastCpu)}; ask for ` +
                `${cpu.sum - cpuIn(leastCpu)} less, or choose a larger type`,
        );
    }
    checkHolds(args.memory, sumOf(task, memoryOf), problems);
}

/** The containers of a task that has memory of its own must fit into it. */
function checkHolds(taskMemory: Task["args"]["memory"], reservedMiB: number, problems: Problems): void {
    const memory = given(taskMemory);
    if (memory !== undefined && reservedMiB > Number(memory)) {
        problems.add(
            "memory",
            `is ${memory}, but must be at least what its containers reserve, which is ${reservedMiB}; raise it`,
        );
    }
}

interface Reserved {
    readonly path: string;
    readonly verb: string;
    readonly what: string;
    readonly sum: number;
}

/** What ECS sets aside: what the task says as a whole, or else what its containers do. */
function reserved(task: Task, name: "memory" | "cpu", of: (container: Settings, task: Task) => number): Reserved {
    const whole = task.args[name];
    if (whole !== undefined) {
        return { path: name, verb: "asks for", what: "", sum: whole === UNKNOWN ? 0 : Number(whole) };
    }
    const { daemon, sidecars } = task;
    const others = [...(daemon ? ["the daemon"] : []), ...(sidecars.length > 0 ? ["the sidecars"] : [])].join(" and ");
    return { path: "containers", verb: "ask for", what: others && ` with ${others}`, sum: sumOf(task, of) };
}

function sumOf(task: Task, of: (container: Settings, task: Task) => number): number {
    const { args, daemon } = task;
    const containers: (Settings | typeof UNKNOWN)[] = [
        ...items(args.containers),
        ...items(args.sidecars),
        ...(daemon ? [daemon.value] : []),
    ];
    return containers.reduce<number>((total, one) => total + (one === UNKNOWN ? 0 : of(one, task)), 0);
}

function memoryOf({ memory, memoryReservation }: Settings, { args }: Task): number {
    const isGiven = memory !== undefined || memoryReservation !== undefined || args.memory !== undefined;
    return isGiven ? (given(memoryReservation) ?? given(memory) ?? 0) : defaultMemoryReservationMiB;
}

function memoryIn(type: InferentiaInstanceType): number {
    return mostRegisteredMiB(neuronInstances[type]);
}

function cpuIn(type: InferentiaInstanceType): number {
    return neuronInstances[type].vCpus * cpuUnitsPerVcpu;
}
