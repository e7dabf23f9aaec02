import { allDevices } from "../../contract";
import { fact } from "../facts";
import { known, Undecided, UNKNOWN } from "../known";
import { inCommon, resourcesOf, type Common, type TaskResources } from "../task/sharing";
import { fargateOf, isInferenceService, reading, readingTask, taskOf } from "./inference-service";
import { listAt, type Stack } from "./stack";
import { named, type Cluster, type Service, type StackTaskDefinition } from "./stack-resources";

/** Another service whose tasks can meet those of a service on one instance, and what they share there. */
export interface Conflict {
    readonly other: Service;
    readonly common: Common;
}

/**
 * The services in a service's cluster whose tasks want the same devices, or the same socket: of each device and of the
 * socket the first, because all of them would be a list that grows with the square of the stack. @throws Undecided
 * after them, while something of another is not known
 */
export function* conflicts(service: Service, task: StackTaskDefinition, stack: Stack): Iterable<Conflict> {
    const { rooms, outside } = roomsOf(stack);
    throwFirst(outside, service);
    const shared = known(service.cluster, "cluster").targets.flatMap((cluster) => rooms.get(cluster) ?? []);
    shared.forEach((room) => throwFirst(room.perhaps, service));
    const others = shared.filter((room) => room.services.length > 1 || room.services[0] !== service);
    if (others.length === 0) {
        return;
    }
    const own = readingTask(task, resourcesOf);
    const found = new Set(others.flatMap((room) => firstOf(room, own, service)));
    for (const other of [...found].sort((one, next) => one.index - next.index)) {
        yield { other: other.service, common: inCommon(own, other.resources) };
    }
    others.forEach((room) => throwFirst(room.unread, service));
}

interface Tenant {
    readonly service: Service;
    /** Its place among the services of the stack. */
    readonly index: number;
    readonly resources: TaskResources;
}

interface Open {
    readonly service: Service;
    readonly error: unknown;
}

/** The inference services of one cluster, by what their tasks take of an instance. */
interface Room {
    readonly services: Service[];
    readonly withDevices: Tenant[];
    readonly withAllDevices: Tenant[];
    readonly byDevice: Map<number, Tenant[]>;
    readonly bySocket: Map<string, Tenant[]>;
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

const roomsOf = fact((stack: Stack): Rooms => {
    const rooms = new Map<Cluster, Room>();
    const outside: Open[] = [];
    const enter = (service: Service, index: number) => {
        const runsInference = isInferenceService(service);
        if (runsInference === false) {
            return;
        }
        const clusters = service.cluster === UNKNOWN ? undefined : service.cluster.targets;
        const open = openness(service, runsInference === UNKNOWN);
        if (open === "fargate") {
            return;
        }
        if (clusters === undefined) {
            outside.push({ service, error: open ?? undecided(service, "cluster") });
            return;
        }
        for (const cluster of clusters) {
            const room = rooms.get(cluster) ?? emptyRoom();
            rooms.set(cluster, room);
            if (open !== undefined) {
                room.perhaps.push({ service, error: open });
            } else {
                room.services.push(service);
                addTenant(room, service, index);
            }
        }
    };
    stack.services.forEach(enter);
    return { rooms, outside };
});

/** Why it is not known whether a service has tasks on instances; undefined when it has. */
function openness(service: Service, mayBeOther: boolean): Undecided | "fargate" | undefined {
    try {
        if (reading(service, () => fargateOf(service)) !== undefined) {
            return "fargate";
        }
    } catch (error) {
        if (error instanceof Undecided) {
            return error;
        }
        throw error;
    }
    return mayBeOther ? undecided(service, "taskDefinition") : undefined;
}

function addTenant(room: Room, service: Service, index: number): void {
    let resources: TaskResources | undefined;
    try {
        const task = reading(service, () => taskOf(service));
        resources = task && readingTask(task, resourcesOf);
    } catch (error) {
        room.unread.push({ service, error });
    }
    if (resources === undefined) {
        return;
    }
    const tenant = { service, index, resources };
    const { devices, socket } = resources;
    if (devices.length > 0) {
        room.withDevices.push(tenant);
    }
    if (devices === allDevices) {
        room.withAllDevices.push(tenant);
    } else {
        devices.forEach((device) => listAt(room.byDevice, device).push(tenant));
    }
    if (socket !== undefined) {
        listAt(room.bySocket, socket).push(tenant);
    }
}

function firstOf(room: Room, { devices, socket }: TaskResources, service: Service): readonly Tenant[] {
    const byDevices =
        devices === allDevices
            ? [room.withDevices]
            : devices.length === 0
              ? []
              : [room.withAllDevices, ...devices.map((device) => room.byDevice.get(device) ?? [])];
    const bySocket = socket === undefined ? [] : [room.bySocket.get(socket) ?? []];
    return [...byDevices, ...bySocket].flatMap((tenants) => tenants.find((one) => one.service !== service) ?? []);
}

function emptyRoom(): Room {
    return {
        services: [],
        withDevices: [],
        withAllDevices: [],
        byDevice: new Map(),
        bySocket: new Map(),
        perhaps: [],
        unread: [],
    };
}

function undecided(service: Service, path: string): Undecided {
    return new Undecided(`${path} of ${named(service.id)}`);
}

function throwFirst(open: readonly Open[], service: Service): void {
    const first = open.find((one) => one.service !== service);
    if (first !== undefined) {
        throw first.error;
    }
}
