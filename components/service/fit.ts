import { allDevices, formatVisibleDevices, visibleDevicesProblems } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { leastOffering, offerOf } from "../../ecs/pool/offer";
import { quote, type Problems } from "../validation/problems";
import type { ServiceOnPool } from "./service-on-pool";

/** Adds what keeps the task from running on the instances of the pool. */
export function checkFit(service: ServiceOnPool, problems: Problems): void {
    checkRuntime(service, problems);
    checkTypes(service, problems);
    checkDevices(service, problems);
    checkMemory(service, problems);
    checkCpu(service, problems);
}

function checkRuntime({ task, pool }: ServiceOnPool, problems: Problems): void {
    if (task.runtime !== UNKNOWN && pool.runtime !== UNKNOWN && task.runtime !== pool.runtime) {
        problems.add(
            "task.runtime",
            `is ${quote(task.runtime)}, but must be ${quote(pool.runtime)}, for which the AMI of capacity is made; ` +
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
            `is ${types.join(", ")}, but capacity has ${others.join(", ")}, on which the task is never placed; make ` +
                "the task for all types of the capacity, or give another capacity",
        );
    }
}

function checkDevices({ task: { devices }, pool }: ServiceOnPool, problems: Problems): void {
    if (devices === UNKNOWN || devices === allDevices || pool.instanceTypes === UNKNOWN) {
        return;
    }
    const list = formatVisibleDevices(devices);
    const [missing] = pool.instanceTypes.flatMap((type) => visibleDevicesProblems(list, type));
    if (missing !== undefined) {
        problems.add(
            "task.visibleDevices",
            `is ${quote(list)}, but ${missing}; give ${allDevices}, or the devices that the instances have`,
        );
    }
}

/** EC2 may choose the type that offers least, and an instance of it would stay without a task. */
function checkMemory({ task: { memory }, pool }: ServiceOnPool, problems: Problems): void {
    const type = pool.instanceTypes === UNKNOWN ? undefined : leastOffering(pool.instanceTypes, "memoryMiB");
    if (memory !== UNKNOWN && type !== undefined && memory > offerOf(type).memoryMiB) {
        problems.add(
            "task.memory",
            `is ${memory} MiB, but must be at most ${offerOf(type).memoryMiB}, which is what ${type} can register; ` +
                "reserve less, or give capacity of larger instances",
        );
    }
}

function checkCpu({ task: { cpu }, pool }: ServiceOnPool, problems: Problems): void {
    const type = pool.instanceTypes === UNKNOWN ? undefined : leastOffering(pool.instanceTypes, "cpuUnits");
    if (cpu !== UNKNOWN && type !== undefined && cpu > offerOf(type).cpuUnits) {
        problems.add(
            "task.cpu",
            `is ${cpu} CPU units, but must be at most ${offerOf(type).cpuUnits}, which is what ${type} has; reserve ` +
                "less, or give capacity of larger instances",
        );
    }
}
