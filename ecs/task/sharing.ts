import { allDevices, neuronEnvironment, normalizedPath, parseVisibleDevices } from "../../contract";
import { memo } from "../memo";
import { known } from "../known";
import { isWatcher } from "./bystanders";
import { containersOf } from "./containers";
import { coresOf, mappedDevices, maxCores, maxCoresOfDevice } from "./cores";
import { variable } from "./environment";
import { portName, staticHostPorts } from "./host-ports";
import { ownTypes } from "./member-of";
import { rolesOf } from "./roles";
import { runtimeOf } from "./runtime";
import { listens, placeSocket } from "./socket";
import type { Container, TaskDefinition } from "./task-definition";

/** What two tasks on one instance would have in common. */
export interface Common {
    readonly devices: boolean;
    /** The socket's path on the instance, where it is one and the same. */
    readonly socket: string | undefined;
}

type Devices = typeof allDevices | readonly number[];

/** What a task takes of the instance that others could want too. */
export interface TaskResources {
    readonly devices: Devices;
    /** The NeuronCores by index, where it takes only some; their number, where it takes whichever are free. */
    readonly cores: "all" | number | readonly number[];
    /** The most NeuronCores that a device has on the instances where its own constraints place it. */
    readonly coresOfDevice: number;
    readonly socket: string | undefined;
    /** The host ports that it holds, as `8501/tcp`: two tasks with one of them are never on one instance. */
    readonly hostPorts: readonly string[];
}

/** @throws Undecided */
export const resourcesOf = memo((task: TaskDefinition): TaskResources => {
    const containers = containersOf(task).filter((container) => isWatcher(container) !== true);
    const hasDaemon = runtimeOf(task) === "neuron-rtd";
    const cores = hasDaemon ? "all" : coresTogether(containers);
    return {
        devices: hasDaemon ? daemonDevices(task) : [...new Set(containers.flatMap(mappedDevices))],
        cores,
        // Only a number is held against it, and else the placement need not be known.
        coresOfDevice: typeof cores === "number" ? maxCores([0], ownTypes(task), containers) : maxCoresOfDevice,
        socket: hasDaemon ? socketOnInstance(task) : undefined,
        hostPorts: staticHostPorts(task).map(portName),
    };
});

/** What two tasks would share on one instance. */
export function inCommon(one: TaskResources, other: TaskResources): Common {
    const socket = one.socket === other.socket ? one.socket : undefined;
    return { devices: overlap(one.devices, other.devices) && coresMeet(one, other), socket };
}

/** Whether two tasks hold one host port, so that they are never on one instance. */
export function shareHostPort(one: TaskResources, other: TaskResources): boolean {
    return one.hostPorts.some((port) => other.hostPorts.includes(port));
}

function overlap(one: Devices, other: Devices): boolean {
    if (one === allDevices || other === allDevices) {
        return one.length > 0 && other.length > 0;
    }
    const devices = new Set(other);
    return one.some((device) => devices.has(device));
}

/** Tasks can share a device where each takes other cores of it. */
function coresMeet(one: TaskResources, other: TaskResources): boolean {
    if (one.cores === "all" || other.cores === "all") {
        return true;
    }
    if (typeof one.cores === "object" && typeof other.cores === "object") {
        const others = other.cores;
        return one.cores.some((core) => others.includes(core));
    }
    // With all devices, a task takes all cores too: here both name theirs.
    const devices = new Set([one.devices, other.devices].flat());
    return countOf(one.cores) + countOf(other.cores) > devices.size * Math.min(one.coresOfDevice, other.coresOfDevice);
}

function countOf(cores: number | readonly number[]): number {
    return typeof cores === "number" ? cores : cores.length;
}

/** The cores that containers take together. @throws Undecided */
export function coresTogether(containers: readonly Container[]): TaskResources["cores"] {
    const cores = containers.filter((container) => mappedDevices(container).length > 0).map(coresOf);
    if (!cores.every((one) => one !== undefined)) {
        return "all";
    }
    const indexes = cores.map((one) => one.indexes);
    return indexes.every((one) => one !== undefined)
        ? indexes.flat()
        : cores.reduce((sum, { count }) => sum + count, 0);
}

/** The devices that a task's sidecars see. */
function daemonDevices(task: TaskDefinition): Devices {
    const devices: number[] = [];
    for (const sidecar of rolesOf(task).sidecars) {
        const list = variable(sidecar, neuronEnvironment.visibleDevices);
        const parsed = list === undefined ? undefined : parseVisibleDevices(list);
        // A list that is missing or cannot be read is refused by another rule; until then it may be any.
        if (parsed === undefined || !("devices" in parsed) || parsed.devices === allDevices) {
            return allDevices;
        }
        devices.push(...parsed.devices);
    }
    return devices;
}

/** The socket's path on the instance; undefined where each task has a directory of its own. */
function socketOnInstance(task: TaskDefinition): string | undefined {
    const [sidecar] = rolesOf(task).sidecars;
    const address = sidecar && listens(sidecar);
    const socket = sidecar && address !== undefined ? placeSocket(task, sidecar, address) : undefined;
    if (socket === undefined) {
        return undefined;
    }
    const directory = known(socket.hostPath, ["volumes"]);
    return directory === undefined ? undefined : `${normalizedPath(directory)}/${socket.pathInVolume}`;
}
