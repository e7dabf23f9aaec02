import {
    allDevices,
    cpuUnitsPerVcpu,
    formatVisibleDevices,
    mostRegisteredMiB,
    neuronInstances,
    visibleDevicesProblems,
} from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { quote, type Problems } from "../validation/problems";
import type { ServiceView } from "./view";

/** Adds what keeps the task from running on the instances of the capacity. */
export function checkFit(view: ServiceView, problems: Problems): void {
    checkRuntime(view, problems);
    checkTypes(view, problems);
    checkDevices(view, problems);
    checkMemory(view, problems);
    checkCpu(view, problems);
}

function checkRuntime({ runtime, poolRuntime }: ServiceView, problems: Problems): void {
    if (runtime !== UNKNOWN && poolRuntime !== UNKNOWN && runtime !== poolRuntime) {
        problems.add(
            "task.runtime",
            `is ${quote(runtime)}, but must be ${quote(poolRuntime)}, for which the AMI of capacity is made; ` +
                "give one of the two the runtime of the other",
        );
    }
}

function checkTypes({ taskTypes, poolTypes }: ServiceView, problems: Problems): void {
    if (taskTypes === UNKNOWN || poolTypes === UNKNOWN) {
        return;
    }
    const others = poolTypes.filter((type) => !taskTypes.includes(type));
    if (others.length > 0) {
        problems.add(
            "task.instanceTypes",
            `is ${taskTypes.join(", ")}, but capacity has ${others.join(", ")}, on which the task is never placed; ` +
                "make the task for all types of the capacity, or give another capacity",
        );
    }
}

function checkDevices({ devices, poolTypes }: ServiceView, problems: Problems): void {
    if (devices === UNKNOWN || devices === allDevices || poolTypes === UNKNOWN) {
        return;
    }
    const list = formatVisibleDevices(devices);
    const [missing] = poolTypes.flatMap((type) => visibleDevicesProblems(list, type));
    if (missing !== undefined) {
        problems.add(
            "task.visibleDevices",
            `is ${quote(list)}, but ${missing}; give ${allDevices}, or the devices that the instances have`,
        );
    }
}

function checkMemory({ memory, poolTypes }: ServiceView, problems: Problems): void {
    const least = leastOf(poolTypes, (type) => Math.floor(mostRegisteredMiB(neuronInstances[type])));
    if (memory !== UNKNOWN && least !== undefined && memory > least.offers) {
        problems.add(
            "task.memory",
            `is ${memory} MiB, but must be at most ${least.offers}, which is what ${least.type} can register; ` +
                "reserve less, or give capacity of larger instances",
        );
    }
}

function checkCpu({ cpu, poolTypes }: ServiceView, problems: Problems): void {
    const least = leastOf(poolTypes, (type) => neuronInstances[type].vCpus * cpuUnitsPerVcpu);
    if (cpu !== UNKNOWN && least !== undefined && cpu > least.offers) {
        problems.add(
            "task.cpu",
            `is ${cpu} CPU units, but must be at most ${least.offers}, which is what ${least.type} has; ` +
                "reserve less, or give capacity of larger instances",
        );
    }
}

type Types = ServiceView["poolTypes"];
type Type = Exclude<Types, typeof UNKNOWN>[number];

/** The type that offers least: EC2 may choose it, and an instance of it would stay without a task. */
function leastOf(types: Types, offer: (type: Type) => number): { type: Type; offers: number } | undefined {
    return types === UNKNOWN
        ? undefined
        : types.map((type) => ({ type, offers: offer(type) })).sort((one, other) => one.offers - other.offers)[0];
}
