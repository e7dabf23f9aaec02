import { allDevices, inferentiaInstanceTypes, neuronInstances, type InferentiaInstanceType } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { instancesToDeployEach } from "../../ecs/service/deployment";
import { mostCores } from "../../ecs/task/cores";
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
                "each a pool of its own, or task definitions whose visibleDevices or cores are different",
        );
    }
}

/**
 * Adds why the services of a pool could not all run, or not be deployed: tasks with one static host port take an
 * instance each, whichever service they are of. ECS would only wait, for a service's tasks or for its deployment.
 */
export function checkSharedPorts(own: PoolService, others: readonly PoolService[], problems: Problems): void {
    const { pool, task } = own.service;
    if (pool.maxSize === UNKNOWN || task.staticHostPorts === UNKNOWN) {
        return;
    }
    for (const port of task.staticHostPorts) {
        const users = [...others, own].filter(({ service }) => holdsPort(service, port));
        const instances = instancesToDeployEach(users.map(({ service }) => service.deployment));
        // A service alone on its pool is checked against the pool's size before.
        if (users.length > 1 && instances > pool.maxSize) {
            problems.add(
                `${pool.path}.maxSize`,
                `is ${pool.maxSize}, but must be at least ${instances}, as tasks of Service ` +
                    `${users.map(({ name }) => quote(name)).join(" and ")} have the host port ${port} and so take an ` +
                    `instance each, and a deployment may need one more; give maxSize: ${instances}, or other host ` +
                    "ports and visibleDevices, with which tasks share an instance",
            );
            return;
        }
    }
}

/** Whether both are known to want one device, and no port keeps their tasks on different instances. */
function shareDevice(one: ServiceOnPool, other: ServiceOnPool): boolean {
    const [own, others] = [tenantOf(one), tenantOf(other)];
    return own !== undefined && others !== undefined && sharedOnInstance(own, others).devices;
}

/** What the tasks of a service take of their instances; undefined where it has none, or something is not known. */
function tenantOf(service: ServiceOnPool): Tenant | undefined {
    const { devices, cores, staticHostPorts: hostPorts } = service.task;
    if (!hasTasks(service) || devices === UNKNOWN || cores === UNKNOWN || hostPorts === UNKNOWN) {
        return undefined;
    }
    const types = service.pool.instanceTypes === UNKNOWN ? undefined : service.pool.instanceTypes;
    const resources = {
        // Cores are held against those of each device, so that all of them are told one by one.
        devices: cores === "all" || devices !== allDevices ? devices : everyDevice(types),
        cores,
        coresOfDevice: mostCores([0], types, []),
        // The daemon's socket is in the task's own volume.
        socket: undefined,
        hostPorts,
    };
    return { service, resources, pools: [String(service.pool.name)] };
}

/** Those of the types that have most; of any type while none is known. */
function everyDevice(types: readonly InferentiaInstanceType[] = inferentiaInstanceTypes): readonly number[] {
    return Array.from({ length: Math.max(...types.map((type) => neuronInstances[type].chips)) }, (_, index) => index);
}

/** Where autoscaling owns the number of tasks, the one at the beginning says nothing. */
function hasTasks({ desiredCount, ignoresDesiredCount }: ServiceOnPool): boolean {
    return ignoresDesiredCount || (desiredCount !== UNKNOWN && desiredCount > 0);
}

function holdsPort({ task, desiredCount, ignoresDesiredCount }: ServiceOnPool, port: string): boolean {
    const hasCount = !ignoresDesiredCount && desiredCount !== UNKNOWN && desiredCount > 0;
    return hasCount && task.staticHostPorts !== UNKNOWN && task.staticHostPorts.includes(port);
}
