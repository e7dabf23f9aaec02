import { isNeuronDevice } from "./signs";
import { allDevices, neuronEnvironment, parseVisibleDevices, withoutTrailingSlashes } from "../../contract";
import { fact } from "../facts";
import { known } from "../known";
import type { TaskDefinition } from "./task-definition";
import { variable } from "./environment";
import { rolesOf } from "./roles";
import { listens, placeSocket } from "./socket";

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
    readonly socket: string | undefined;
}

/** @throws Undecided */
export const resourcesOf = fact((task: TaskDefinition): TaskResources => {
    return { devices: devicesOf(task), socket: socketOnInstance(task) };
});

/** What two tasks would share on one instance. */
export function inCommon(one: TaskResources, other: TaskResources): Common {
    const socket = one.socket === other.socket ? one.socket : undefined;
    return { devices: overlap(one.devices, other.devices), socket };
}

function overlap(one: Devices, other: Devices): boolean {
    if (one === allDevices || other === allDevices) {
        return one.length > 0 && other.length > 0;
    }
    const devices = new Set(other);
    return one.some((device) => devices.has(device));
}

/** The devices that a task's sidecars see, and those that its containers map themselves. */
function devicesOf(task: TaskDefinition): Devices {
    const mapped = known(task.containers, "containerDefinitions").flatMap(({ path, devices }) => {
        const at = `${path}.linuxParameters.devices`;
        return known(devices, at).map(({ hostPath }) => known(hostPath, at));
    });
    const devices = mapped.filter(isNeuronDevice).map((device) => Number(device.replace(/\D/g, "")));
    for (const sidecar of rolesOf(task).sidecars) {
        const parsed = parseVisibleDevices(variable(sidecar, neuronEnvironment.visibleDevices) ?? "");
        // A list that cannot be read is refused by another rule; until then it may be any.
        if (!("devices" in parsed) || parsed.devices === allDevices) {
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
    const directory = known(socket.hostPath, "volumes");
    return directory === undefined ? undefined : `${withoutTrailingSlashes(directory)}/${socket.pathInVolume}`;
}
