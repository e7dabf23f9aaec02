import { neuronRtdDefaults, inf1Sizes, isInf1InstanceType } from "../../contract";
import type { Problems } from "../validation/problems";

const cpuUnitsPerVcpu = 1024;

interface Sized {
    readonly instanceType?: unknown;
    readonly containers?: unknown;
    readonly neuronRtdMemoryReservationMiB?: unknown;
    readonly neuronRtdCpu?: unknown;
}

/** A task that asks for more than its instance type has stays pending for ever: no instance can ever take it. */
export function checkFit(problems: Problems, args: Sized): void {
    if (!isInf1InstanceType(args.instanceType) || !Array.isArray(args.containers)) {
        return;
    }
    const { memoryGiB, vCpus } = inf1Sizes[args.instanceType];
    const containers = args.containers as Readonly<Record<string, unknown>>[];
    const memory = sum([
        args.neuronRtdMemoryReservationMiB ?? neuronRtdDefaults.memoryReservationMiB,
        ...containers.map((one) => one?.["memoryReservationMiB"] ?? one?.["memoryMiB"]),
    ]);
    const cpu = sum([args.neuronRtdCpu ?? neuronRtdDefaults.cpu, ...containers.map((one) => one?.["cpu"])]);
    if (memory >= memoryGiB * 1024) {
        problems.add(
            "containers",
            `reserve ${memory} MiB with the sidecar, but ${args.instanceType} has ${memoryGiB * 1024} MiB, not all ` +
                "of it free; reserve less, or choose a larger type",
        );
    }
    if (cpu > vCpus * cpuUnitsPerVcpu) {
        problems.add(
            "containers",
            `reserve ${cpu} CPU units with the sidecar, but ${args.instanceType} has ${vCpus * cpuUnitsPerVcpu}; ` +
                "reserve less, or choose a larger type",
        );
    }
}

function sum(values: readonly unknown[]): number {
    return values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
}
