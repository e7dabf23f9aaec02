import { allDevices } from "../../contract";
import { UNKNOWN, whenKnown } from "../../ecs/known";
import { keepApart, type TaskResources } from "../../ecs/task/sharing";
import { capacityGroups } from "./instances";
import { listAt } from "./stack";
import type { AutoScalingGroup, Service } from "./stack-resources";

/** An inference service of a cluster, and what each of its tasks takes of an instance. */
export interface Tenant {
    readonly service: Service;
    readonly resources: TaskResources;
    /** The groups whose instances take its tasks; undefined where the stack does not show them. */
    readonly pools: readonly AutoScalingGroup[] | undefined;
}

/** One that others can meet. */
export interface Neighbour extends Tenant {
    /** Its place among the services of the stack. */
    readonly index: number;
}

export function tenantOf(service: Service, resources: TaskResources): Tenant {
    return { service, resources, pools: poolsOf(service) };
}

/** @returns undefined also while something of them is not known: they may be any */
function poolsOf(service: Service): readonly AutoScalingGroup[] | undefined {
    const groups = whenKnown(() => capacityGroups(service));
    return groups === UNKNOWN ? undefined : groups;
}

/** Whether two services are known to get instances of one group. */
export function sharePool({ pools }: Tenant, other: Tenant): boolean {
    return pools?.some((pool) => other.pools?.includes(pool)) === true;
}

/** Whether the tasks of two services are never on one instance: they hold one port, or have instances of their own. */
function areApart(one: Tenant, other: Tenant): boolean {
    const { pools } = other;
    const haveOwnPools = pools !== undefined && one.pools?.every((pool) => !pools.includes(pool)) === true;
    return haveOwnPools || keepApart(one.resources, other.resources);
}

/**
 * Tenants that take the same of an instance, by what keeps them apart from others: few groups, however many they are.
 */
class Tenants {
    private readonly groups = new Map<string, Neighbour[]>();

    add(neighbour: Neighbour): void {
        const { pools, resources } = neighbour;
        const key = JSON.stringify([pools?.map(({ id }) => id), resources.hostPorts]);
        listAt(this.groups, key).push(neighbour);
    }

    /** The first whose tasks can meet those of another. */
    firstBeside(tenant: Tenant): Neighbour | undefined {
        for (const group of this.groups.values()) {
            const other = group.find(({ service }) => service !== tenant.service);
            if (other !== undefined && !areApart(tenant, other)) {
                return other;
            }
        }
        return undefined;
    }
}

/** The tenants of one cluster, by what they take of an instance. */
export class TenantIndex {
    private readonly withDevices = new Tenants();
    private readonly withAllDevices = new Tenants();
    private readonly byDevice = new Map<number, Tenants>();
    private readonly bySocket = new Map<string | undefined, Tenants>();

    add(neighbour: Neighbour): void {
        const { devices, socket } = neighbour.resources;
        if (devices.length > 0) {
            this.withDevices.add(neighbour);
        }
        if (devices === allDevices) {
            this.withAllDevices.add(neighbour);
        } else {
            devices.forEach((device) => tenantsAt(this.byDevice, device).add(neighbour));
        }
        if (socket !== undefined) {
            tenantsAt(this.bySocket, socket).add(neighbour);
        }
    }

    /** Of those that want a device or the socket of a tenant, for each the first whose tasks can meet its own. */
    firstOfEach(tenant: Tenant): readonly Neighbour[] {
        const { devices, socket } = tenant.resources;
        const lists =
            devices === allDevices
                ? [this.withDevices]
                : devices.length === 0
                  ? []
                  : [this.withAllDevices, ...devices.map((device) => this.byDevice.get(device))];
        return [...lists, this.bySocket.get(socket)].flatMap((tenants) => tenants?.firstBeside(tenant) ?? []);
    }
}

function tenantsAt<K>(lists: Map<K, Tenants>, key: K): Tenants {
    const tenants = lists.get(key) ?? new Tenants();
    lists.set(key, tenants);
    return tenants;
}
