import { known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";
import { TenantIndex } from "../../ecs/service/tenant-index";
import { sharedOnInstance, sharePool, type Tenant } from "../../ecs/service/tenant";
import { resourcesOf, type Common, type TaskResources } from "../../ecs/task/sharing";
import { fargateOf, isInferenceService, reading, readingTask, taskOf } from "./inference-service";
import { capacityGroups } from "./instances";
import { stackMemo, type Stack } from "./stack";
import type { Cluster, Service, StackTaskDefinition } from "./stack-resources";

/** Another service whose tasks can meet those of a service on one instance, and what they share there. */
export interface Conflict {
    readonly other: Service;
    readonly common: Common;
    /** Whether the stack shows that both get instances of the same group; else they only may. */
    readonly arePlacedTogether: boolean;
}

/**
 * The services in a service's cluster whose tasks want the same devices, or the same socket: of each device and of the
 * socket the first, because all of them would be a list that grows with the square of the stack. @throws Undecided
 * after them, while something of another is not known
 */
export function* conflicts(service: Service, task: StackTaskDefinition, stack: Stack): Iterable<Conflict> {
    const { rooms, outside } = roomsOf(stack);
    throwFirst(outside, service);
    const shared = known(service.cluster, ["cluster"]).targets.flatMap((cluster) => rooms.get(cluster) ?? []);
    shared.forEach((room) => throwFirst(room.perhaps, service));
    const others = shared.filter((room) => room.services.some((one) => one !== service));
    if (others.length === 0) {
        return;
    }
    const own = tenantOf(service, readingTask(task, resourcesOf));
    const found = new Set(others.flatMap((room) => room.tenants.firstOfEach(own)));
    for (const other of [...found].sort((one, next) => one.index - next.index)) {
        const common = sharedOnInstance(own, other);
        if (common.devices || common.socket !== undefined) {
            yield { other: other.service, common, arePlacedTogether: sharePool(own, other) };
        }
    }
    others.forEach((room) => throwFirst(room.unread, service));
}

/** An inference service of a cluster. */
interface Neighbour extends Tenant {
    readonly service: Service;
    /** Its place among the services of the stack. */
    readonly index: number;
}

function tenantOf(service: Service, resources: TaskResources): Tenant & { readonly service: Service } {
    // While something of them is not known, they may be any.
    const groups = whenKnown(() => capacityGroups(service));
    return { service, resources, pools: groups === UNKNOWN ? undefined : groups?.map(({ id }) => id) };
}

interface Open {
    readonly service: Service;
    readonly error: unknown;
}

/** The inference services of one cluster. */
interface Room {
    readonly services: Service[];
    readonly tenants: TenantIndex<Neighbour>;
    /** Those that may be for inference, or may be on Fargate. */
    readonly perhaps: Open[];
    /** Those of whose task something is not known. */
    readonly unread: Open[];
}

interface Rooms {
    readonly rooms: ReadonlyMap<Cluster, Room>;
    /** The services that may be in any cluster. */
    readonly outside: readonly Open[];
}

const roomsOf = stackMemo((stack: Stack): Rooms => {
    const rooms = new Map<Cluster, Room>();
    const outside: Open[] = [];
    stack.services.forEach((service, index) => {
        const runsInference = isInferenceService(service);
        const open = runsInference === false ? "elsewhere" : openness(service, runsInference === UNKNOWN);
        if (open === "elsewhere") {
            return;
        }
        if (service.cluster === UNKNOWN) {
            outside.push(open ?? undecided(service, "cluster"));
            return;
        }
        for (const cluster of service.cluster.targets) {
            const room = rooms.get(cluster) ?? {
                services: [],
                tenants: new TenantIndex<Neighbour>(),
                perhaps: [],
                unread: [],
            };
            rooms.set(cluster, room);
            enter(room, service, index, open);
        }
    });
    return { rooms, outside };
});

function enter(room: Room, service: Service, index: number, open: Open | undefined): void {
    if (open !== undefined) {
        room.perhaps.push(open);
        return;
    }
    room.services.push(service);
    try {
        const task = reading(service, () => taskOf(service));
        if (task !== undefined) {
            room.tenants.add({ ...tenantOf(service, readingTask(task, resourcesOf)), index });
        }
    } catch (error) {
        room.unread.push({ service, error });
    }
}

/** Why it is not known whether a service has tasks on instances; undefined when it has. */
function openness(service: Service, mayBeOther: boolean): Open | "elsewhere" | undefined {
    try {
        if (reading(service, () => fargateOf(service)) !== undefined) {
            return "elsewhere";
        }
    } catch (error) {
        return { service, error };
    }
    return mayBeOther ? undecided(service, "taskDefinition") : undefined;
}

function undecided(service: Service, path: string): Open {
    return { service, error: new Undecided({ path: [path], owner: service.id }) };
}

function throwFirst(open: readonly Open[], service: Service): void {
    const first = open.find((one) => one.service !== service);
    if (first !== undefined) {
        throw first.error;
    }
}
