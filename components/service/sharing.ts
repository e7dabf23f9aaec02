import { UNKNOWN } from "../../ecs/known";
import type { PoolUser, PoolUsers } from "../capacity/users";
import { quote, type Problems } from "../validation/problems";
import { deploymentRoom } from "./room";
import type { ServiceArguments, ServiceView } from "./view";

/**
 * Adds each service of the program whose tasks would share an instance and a device with those of this one. As
 * `distinctInstance` holds within one service only, nothing in ECS keeps them apart.
 */
export function checkSharing(
    args: ServiceArguments,
    view: ServiceView,
    self: PoolUser,
    users: PoolUsers,
    problems: Problems,
): void {
    if (view.pool === UNKNOWN) {
        return;
    }
    const { devices, staticHostPorts, desiredCount } = view;
    const others = users.use(view.pool, self, {
        devices,
        staticHostPorts,
        hasTasks: hasTasks(args, view),
        tasks: args.ignoreDesiredCount === true ? UNKNOWN : desiredCount,
        instancesToDeploy: deploymentRoom(view),
    });
    for (const other of others) {
        problems.add(
            "capacity",
            `is the pool ${quote(view.pool)}, on which InferenceService ${quote(other.name)} runs too, and tasks of ` +
                `${quote(other.name)} and ${quote(self.name)} on one instance would compete for a device; give each ` +
                "a pool of its own, or task definitions whose visibleDevices are different",
        );
    }
}

/**
 * Adds why the services that share a pool could not all run, or not be deployed: tasks with one static host port take
 * an instance each, whichever service they are of. ECS would only wait, for a service's tasks or for its deployment.
 */
export function checkSharedRoom(view: ServiceView, pools: PoolUsers, problems: Problems): void {
    const { pool, maxSize, staticHostPorts } = view;
    if (pool === UNKNOWN || maxSize === UNKNOWN || staticHostPorts === UNKNOWN) {
        return;
    }
    const crowded = staticHostPorts
        .map((port) => pools.ofPort(pool, port))
        // A service by itself is held against the pool before.
        .find(({ users, instances }) => users.length > 1 && instances > maxSize);
    if (crowded !== undefined) {
        const { port, users, instances } = crowded;
        problems.add(
            "capacity.maxSize",
            `is ${maxSize}, but must be at least ${instances}, as tasks of InferenceService ` +
                `${users.map(({ name }) => quote(name)).join(" and ")} have the host port ${port} and so take an ` +
                `instance each, and a deployment may need one more; give maxSize: ${instances}, or other host ports ` +
                "and visibleDevices, with which tasks share an instance",
        );
    }
}

/** Where others set the number of tasks, the one at the beginning says nothing. */
function hasTasks({ ignoreDesiredCount }: ServiceArguments, { desiredCount }: ServiceView) {
    return ignoreDesiredCount === true || (desiredCount === UNKNOWN ? UNKNOWN : desiredCount > 0);
}
