import { UNKNOWN } from "../../contract/known";
import type { PoolUser, PoolUsers } from "../capacity/users";
import { quote, type Problems } from "../validation/problems";
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
    const { devices, staticHostPorts } = view;
    const others = users.use(view.pool, self, {
        devices,
        staticHostPorts,
        hasTasks: hasTasks(args, view),
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

/** Where others set the number of tasks, the one at the beginning says nothing. */
function hasTasks({ ignoreDesiredCount }: ServiceArguments, { desiredCount }: ServiceView) {
    return ignoreDesiredCount === true || (desiredCount === UNKNOWN ? UNKNOWN : desiredCount > 0);
}
