import { allDevices, inferentiaInstanceTypes, neuronInstances, type InferentiaInstanceType } from "../../contract";
import { instanceOf } from "../../ecs/cluster-query/instance";
import { UNKNOWN } from "../../ecs/known";
import { holdsBoth, type Reservation } from "../../ecs/pool/offer";
import { instancesToDeployEach } from "../../ecs/service/deployment";
import { maxCores } from "../../ecs/task/cores";
import { sharedOnInstance, type Tenant } from "../../ecs/service/tenant";
import { quote, type Problems } from "../validation/problems";
import type { PoolService } from "./pool-services";
import type { ServiceOnPool } from "./service-on-pool";

/**
 * Adds each service of the pool whose tasks would share an instance and a device with those of this one. As
 * `distinctInstance` holds within one service only, nothing in ECS keeps them apart.
 */
export function checkSharedDevices(own: PoolService, others: readonly PoolService[], problems: Problems): void {
    for (const { name } of others.filter((other) => shareDevice(own.service, other.service))) {
        problems.add(
            own.service.pool.path,
            `is the pool ${quote(own.service.pool.name)}, on which Service ${quote(name)} runs too, and ` +
                `tasks of ${quote(name)} and ${quote(own.name)} on one instance would compete for a device; give ` +
                "each a pool of its own, or task definitions that take other visibleDevices or cores, or their " +
                "instance (takesInstance)",
        );
    }
}

/**
 * Adds why the services of a pool could not all run, or not be deployed: tasks with one static host port, and those
 * that do not fit beside each other, take an instance each, whichever service they are of. ECS would only wait, for a
 * service's tasks or for its deployment.
 */
export function checkSharedInstances(own: PoolService, others: readonly PoolService[], problems: Problems): void {
    const { pool, task } = own.service;
    if (pool.maxSize === UNKNOWN || task.staticHostPorts === UNKNOWN) {
        return;
    }
    const groups = task.staticHostPorts.map((port) => ({
        users: [...others, own].filter(({ service }) => holdsPort(service, port)),
        why: `have the host port ${port}`,
        otherwise: "other host ports and visibleDevices, with which tasks share an instance",
    }));
    const filling = others.reduce<readonly PoolService[]>(
        (users, other) =>
            hasCount(other.service) && users.every(({ service }) => neverFit(service, other.service))
                ? [...users, other]
                : users,
        [own],
    );
    groups.push({
        users: hasCount(own.service) ? [...filling.slice(1), own] : [],
        why: "do not fit beside each other",
        otherwise: "task definitions that reserve less",
    });
    for (const { users, why, otherwise } of groups) {
        const instances = instancesToDeployEach(users.map(({ service }) => service.deployment));
        // A service alone on its pool is checked against the pool's size before.
        if (users.length > 1 && instances > pool.maxSize) {
            problems.add(
                `${pool.path}.maxSize`,
                `is ${pool.maxSize}, but must be at least ${instances}, as tasks of Service ` +
                    `${users.map(({ name }) => quote(name)).join(" and ")} ${why} and so take an instance each, and ` +
                    `a deployment may need one more; give maxSize: ${instances}, or ${otherwise}`,
            );
            return;
        }
    }
}

/** Whether their tasks hold one static host port, which an instance has once. */
export function holdsSamePort({ task: one }: ServiceOnPool, { task: other }: ServiceOnPool): boolean {
    const { staticHostPorts: ports } = one;
    const { staticHostPorts: others } = other;
    return ports !== UNKNOWN && others !== UNKNOWN && ports.some((port) => others.includes(port));
}

/** Whether no instance of the pool holds a task of each. */
export function neverFit(
    { pool: { instanceTypes }, task: one }: ServiceOnPool,
    { task: other }: ServiceOnPool,
): boolean {
    const types = instanceTypes === UNKNOWN ? [] : instanceTypes;
    return types.length > 0 && types.every((type) => !holdsBoth(type, reservationOf(one), reservationOf(other)));
}

/** What is certain of a task's size. */
function reservationOf({ memory, cpu }: ServiceOnPool["task"]): Reservation {
    return { memoryMiB: memory === UNKNOWN ? 0 : memory, cpuUnits: cpu === UNKNOWN ? 0 : cpu };
}

/** Whether both are known to want one device, and no port keeps their tasks on different instances. */
function shareDevice(one: ServiceOnPool, other: ServiceOnPool): boolean {
    const [own, others] = [tenantOf(one), tenantOf(other)];
    return own !== undefined && others !== undefined && sharedOnInstance(own, others).devices;
}

/** What the tasks of a service take of their instances; undefined where it has none, or something is not known. */
function tenantOf(service: ServiceOnPool): Tenant | undefined {
    const { devices, cores, staticHostPorts: hostPorts, hasUnknownSize } = service.task;
    if (!hasTasks(service) || devices === UNKNOWN || cores === UNKNOWN || hostPorts === UNKNOWN || hasUnknownSize) {
        return undefined;
    }
    const types = service.pool.instanceTypes === UNKNOWN ? undefined : service.pool.instanceTypes;
    const resources = {
        // Cores are held against those of each device, so that all of them are told one by one.
        devices: cores === "all" || devices !== allDevices ? devices : everyDevice(types),
        cores,
        coresOfDevice: maxCores([0], types, []),
        // The daemon's socket is in the task's own volume.
        socket: undefined,
        hostPorts,
    };
    const pool = String(service.pool.name);
    return { service, resources, pools: [pool], placement: placementOf(service, pool, types) };
}

/** Where there is room: what is not told of a task's size keeps it from no other. */
function placementOf({ task }: ServiceOnPool, pool: string, types: readonly InferentiaInstanceType[] | undefined) {
    const { memoryMiB, cpuUnits } = reservationOf(task);
    return {
        hosts: types?.map((instanceType) => ({ pool, instanceType, instance: instanceOf({ instanceType }) })),
        expressions: [],
        group: UNKNOWN,
        size: { memoryMiB: { least: memoryMiB }, cpuUnits: { least: cpuUnits } },
    } as const;
}

/** Those of the types that have most; of any type while none is known. */
function everyDevice(types: readonly InferentiaInstanceType[] = inferentiaInstanceTypes): readonly number[] {
    return Array.from({ length: Math.max(...types.map((type) => neuronInstances[type].chips)) }, (_, index) => index);
}

/** Where autoscaling owns the number of tasks, the one at the beginning says nothing. */
function hasTasks({ desiredCount, ignoresDesiredCount }: ServiceOnPool): boolean {
    return ignoresDesiredCount || (desiredCount !== UNKNOWN && desiredCount > 0);
}

function holdsPort(service: ServiceOnPool, port: string): boolean {
    const { staticHostPorts } = service.task;
    return hasCount(service) && staticHostPorts !== UNKNOWN && staticHostPorts.includes(port);
}

/** Whether a service has tasks, and nobody else sets how many. */
function hasCount({ desiredCount, ignoresDesiredCount }: ServiceOnPool): boolean {
    return !ignoresDesiredCount && desiredCount !== UNKNOWN && desiredCount > 0;
}
