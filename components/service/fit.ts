import {
    allDevices,
    formatVisibleDevices,
    parseVisibleDevices,
    visibleDevicesProblems,
    visibleDevicesRequirement,
} from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { smallestType, offerOf } from "../../ecs/pool/offer";
import { quote, type Problems } from "../validation/problems";
import type { ServiceOnPool } from "./service-on-pool";

/** Adds what keeps the task from running on the instances of the pool. */
export function checkServiceFits(service: ServiceOnPool, problems: Problems): void {
    checkRuntime(service, problems);
    checkTypes(service, problems);
    checkDevices(service, problems);
    checkSize(service, problems);
}

function checkRuntime({ task, pool }: ServiceOnPool, problems: Problems): void {
    if (task.runtime !== UNKNOWN && pool.runtime !== UNKNOWN && task.runtime !== pool.runtime) {
        problems.add(
            "task.runtime",
            `is ${quote(task.runtime)}, but must be ${quote(pool.runtime)}, for which the AMI of pool is made; ` +
                "give one of the two the runtime of the other",
        );
    }
}

function checkTypes({ task, pool }: ServiceOnPool, problems: Problems): void {
    const types = task.instanceTypes;
    if (types === UNKNOWN || pool.instanceTypes === UNKNOWN) {
        return;
    }
    const others = pool.instanceTypes.filter((type) => !types.includes(type));
    if (others.length > 0) {
        problems.add(
            "task.instanceTypes",
            `is ${types.join(", ")}, but pool has ${others.join(", ")}, on which the task is never placed; make ` +
                "the task for all types of the pool, or give another pool",
        );
    }
}

/** Only the daemon takes no list with gaps: with libnrt containers map each device by itself. */
function checkDevices({ task: { devices, runtime }, pool }: ServiceOnPool, problems: Problems): void {
    if (devices === UNKNOWN || devices === allDevices) {
        return;
    }
    const list = formatVisibleDevices(devices);
    const parsed = runtime === "neuron-rtd" ? parseVisibleDevices(list) : { devices };
    if ("problems" in parsed) {
        problems.add(
            "task.visibleDevices",
            `is ${quote(list)}, but ${parsed.problems.join(", ")}; give ${visibleDevicesRequirement}`,
        );
        return;
    }
    const types = pool.instanceTypes === UNKNOWN ? [] : pool.instanceTypes;
    const [missing] = types.flatMap((type) => devices.flatMap((one) => visibleDevicesProblems(`${one}`, type)));
    if (missing !== undefined) {
        problems.add(
            "task.visibleDevices",
            `is ${quote(list)}, but ${missing}; give ${allDevices}, or the devices that the instances have`,
        );
    }
}

/** EC2 may choose the type that offers least, and an instance of it would stay without a task. */
function checkSize({ task, pool }: ServiceOnPool, problems: Problems): void {
    for (const [name, asked, what, unit, offers] of [
        ["memory", task.memory, "memoryMiB", "MiB", "can register"],
        ["cpu", task.cpu, "cpuUnits", "CPU units", "has"],
    ] as const) {
        const type = pool.instanceTypes === UNKNOWN ? undefined : smallestType(pool.instanceTypes, what);
        const offered = type === undefined ? Infinity : offerOf(type)[what];
        if (asked !== UNKNOWN && asked > offered) {
            problems.add(
                `task.${name}`,
                `is ${asked} ${unit}, but must be at most ${offered}, which is what ${type} ${offers}; reserve less, ` +
                    "or give a pool of larger instances",
            );
        }
    }
}
