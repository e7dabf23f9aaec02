import { allDevices } from "../../contract";
import { UNKNOWN, whenKnown } from "../known";
import { keepApart, type TaskResources } from "../task/sharing";
import { capacityGroups } from "./instances";
import { listAt } from "./stack";
import type { AutoScalingGroup, Service } from "./stack-resources";

/** An inference service of a cluster, and what each of its tasks takes of an instance. */
export interface Tenant {
    readonly service: Service;
    /** Its place among the services of the stack. */
    readonly index: number;
    readonly resources: TaskResources;
    /** The groups whose instances take its tasks; undefined where the stack does not show them. */
    readonly pools: readonly AutoScalingGroup[] | undefined;
}

export function tenantOf(service: Service, index: number, resources: TaskResources): Tenant {
    return { service, index, resources, pools: poolsOf(service) };
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
    private readonly groups = new Map<string, Tenant[]>();

    add(tenant: Tenant): void {
        const { pools, resources } = tenant;
        const key = [
            pools
                ?.map(({ id }) => id)
                .sort()
                .join(" "),
            [...resources.hostPorts].sort().join(" "),
        ].join("|");
        listAt(this.groups, key).push(tenant);
    }

    /** The first whose tasks can meet those of another. */
    firstBeside(tenant: Tenant): Tenant | undefined {
        for (const [like, ...more] of this.groups.values()) {
            const other = like?.service === tenant.service ? more[0] : like;
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
    private readonly bySocket = new Map<string, Tenants>();

    add(tenant: Tenant): void {
        const { devices, socket } = tenant.resources;
        if (devices.length > 0) {
            this.withDevices.add(tenant);
        }
        if (devices === allDevices) {
            this.withAllDevices.add(tenant);
        } else {
            devices.forEach((device) => tenantsAt(this.byDevice, device).add(tenant));
        }
        if (socket !== undefined) {
            tenantsAt(this.bySocket, socket).add(tenant);
        }
    }

    /** Of those that want a device or the socket of a tenant, for each the first whose tasks can meet its own. */
    firstOfEach(tenant: Tenant): readonly Tenant[] {
        const { devices, socket } = tenant.resources;
        const lists =
            devices === allDevices
                ? [this.withDevices]
                : devices.length === 0
                  ? []
                  : [this.withAllDevices, ...devices.map((device) => this.byDevice.get(device))];
        const all = [...lists, socket === undefined ? undefined : this.bySocket.get(socket)];
        return all.flatMap((tenants) => tenants?.firstBeside(tenant) ?? []);
    }
}

function tenantsAt<K>(lists: Map<K, Tenants>, key: K): Tenants {
    const tenants = lists.get(key) ?? new Tenants();
    lists.set(key, tenants);
    return tenants;
}
