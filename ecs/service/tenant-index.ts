import { allDevices } from "../../contract";
import { namesGroups } from "./meeting";
import { neverMeet, type Tenant } from "./tenant";

/**
 * Tenants that take the same of an instance, grouped by what else keeps them from others: few groups, however many
 * tenants there are. One tells for all of its group, unless placement names groups of tasks: each is one service's.
 */
class Tenants<T extends Tenant> {
    private readonly groups = new Map<string, T[]>();

    add(tenant: T): void {
        const { pools, resources, placement } = tenant;
        const { expressions, size, hasInterface } = placement ?? {};
        const key = JSON.stringify([pools, resources.hostPorts, expressions, size, hasInterface]);
        const group = this.groups.get(key);
        if (group === undefined) {
            this.groups.set(key, [tenant]);
        } else {
            group.push(tenant);
        }
    }

    /** The first whose tasks can meet those of another. */
    firstBeside(tenant: Tenant): T | undefined {
        for (const group of this.groups.values()) {
            const isOther = ({ service }: Tenant) => service !== tenant.service;
            const first = group.find(isOther);
            const others = first?.placement && namesGroups(first.placement) ? group.filter(isOther) : [first];
            const other = others.find((one) => one !== undefined && !neverMeet(tenant, one));
            if (other !== undefined) {
                return other;
            }
        }
        return undefined;
    }
}

/** The tenants of one cluster, by what they take of an instance. */
export class TenantIndex<T extends Tenant> {
    private readonly withDevices = new Tenants<T>();
    private readonly withAllDevices = new Tenants<T>();
    private readonly byDevice = new Map<number, Tenants<T>>();
    private readonly bySocket = new Map<string | undefined, Tenants<T>>();

    add(tenant: T): void {
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
    firstOfEach(tenant: Tenant): readonly T[] {
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

function tenantsAt<K, T extends Tenant>(lists: Map<K, Tenants<T>>, key: K): Tenants<T> {
    const tenants = lists.get(key) ?? new Tenants<T>();
    lists.set(key, tenants);
    return tenants;
}
