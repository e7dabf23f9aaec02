import { canMeet, type Placement } from "./meeting";
import { inCommon, shareHostPort, type Common, type TaskResources } from "../task/sharing";

/** A service whose tasks run on instances, and what each of them takes there. */
export interface Tenant {
    /** Tells one service from another. */
    readonly service: object;
    readonly resources: TaskResources;
    /** The names of the pools whose instances take its tasks; undefined where they may be any. */
    readonly pools: readonly string[] | undefined;
    /** On which instances of the pools they are placed; undefined where nothing but the pools decides that. */
    readonly placement?: Placement | undefined;
}

/** Whether two services are known to get instances of one pool. */
export function sharePool({ pools }: Tenant, other: Tenant): boolean {
    return pools?.some((pool) => other.pools?.includes(pool)) === true;
}

/**
 * Whether the tasks of two services are never on one instance: they hold one port, have instances of their own, are
 * kept apart by their placement, or do not fit beside each other.
 */
export function neverMeet(one: Tenant, other: Tenant): boolean {
    const { pools } = other;
    const haveOwnPools = pools !== undefined && one.pools?.every((pool) => !pools.includes(pool)) === true;
    const { placement } = one;
    return (
        haveOwnPools ||
        shareHostPort(one.resources, other.resources) ||
        (placement !== undefined && other.placement !== undefined && !canMeet(placement, other.placement))
    );
}

/** What tasks of two services would share on an instance. */
export function sharedOnInstance(one: Tenant, other: Tenant): Common {
    return neverMeet(one, other) ? { devices: false, socket: undefined } : inCommon(one.resources, other.resources);
}
