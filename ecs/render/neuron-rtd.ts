/**
 * A task with the daemon of Runtime 1.x: the model containers, the sidecars, and the daemon last.
 *
 * Source: Amazon ECS Developer Guide, "Working with inference workloads on Amazon ECS", the example task definition.
 */
import { UNKNOWN, type Known } from "../known";
import {
    neuronEnvironment,
    neuronRtdCapabilities,
    neuronRtdCommand,
    neuronRtdDefaultTag,
    neuronRtdImage,
    neuronRtdName,
    socketAddress,
    socketVolume,
} from "../../contract/neuron-rtd";
import type { ContainerDefinition, LinuxParameters, MountPoint } from "./container";
import { knownItems, stored, mapKnown } from "./stored";
import { memoryOf, ofEcsOnly, type ModelContainer, type NeuronRtd, type NeuronTask } from "./task";
import type { Volume } from "./volume";

export function neuronRtdContainers(task: NeuronTask): Known<ContainerDefinition>[] {
    return [
        ...task.containers.map((container) => mapKnown(container, (known) => modelContainer(known, task))),
        ...task.sidecars.map((container) => mapKnown(container, (known) => stored(known, task))),
        daemon(task),
    ];
}

/** The volume of the daemon's socket. */
export function neuronRtdVolumes({ neuronRtd }: Pick<NeuronTask, "neuronRtd">): Volume[] {
    const { volumeName, hostPath } = socketOf(neuronRtd);
    return [{ name: volumeName, ...(hostPath !== undefined && { host: { sourcePath: hostPath } }) }];
}

function modelContainer(container: ModelContainer, task: NeuronTask): ContainerDefinition {
    const given = ofEcsOnly(container);
    const condition = hasHealthCheck(task) ? "HEALTHY" : "START";
    return stored(
        {
            ...given,
            ...memoryOf(given, task),
            dependsOn: [{ containerName: neuronRtdName, condition }, ...knownItems(given.dependsOn)],
            environment: [
                ...knownItems(given.environment),
                { name: neuronEnvironment.rtdAddress, value: address(task) },
            ],
            mountPoints: [socketMount(task), ...knownItems(given.mountPoints)],
        },
        task,
    );
}

/** The container of the daemon. */
export function daemon(task: NeuronTask): ContainerDefinition {
    const { image, version, socket: _, ...given } = task.neuronRtd;
    const published = mapKnown(task.region, (region) =>
        mapKnown(version ?? neuronRtdDefaultTag, (tag) => neuronRtdImage(region, tag)),
    );
    return stored(
        {
            ...given,
            ...memoryOf(given, task),
            name: neuronRtdName,
            image: image ?? published,
            entryPoint: ["sh", "-c"],
            command: [mapKnown(address(task), neuronRtdCommand)],
            essential: true,
            environment: [
                ...knownItems(given.environment),
                { name: neuronEnvironment.visibleDevices, value: task.visibleDevices },
            ],
            mountPoints: [socketMount(task), ...knownItems(given.mountPoints)],
            linuxParameters: withCapabilities(given.linuxParameters),
        },
        task,
    );
}

/** Whether the daemon tells that it serves. A check whose command is `NONE` turns the image's own off. */
function hasHealthCheck({ neuronRtd: { healthCheck } }: NeuronTask): boolean {
    const command = mapKnown(healthCheck, (check) => check?.command);
    return command !== undefined && knownItems(command)[0] !== "NONE";
}

function withCapabilities(given: Known<LinuxParameters> | undefined): LinuxParameters {
    const capabilities = { add: neuronRtdCapabilities };
    return given === UNKNOWN ? { devices: UNKNOWN, capabilities } : { ...given, capabilities };
}

interface GivenSocket {
    readonly volumeName: Known<string>;
    readonly containerPath: Known<string>;
    readonly hostPath: Known<string> | undefined;
}

/** The socket with its defaults; of one that is not known, nothing is. */
function socketOf(neuronRtd: NeuronRtd): GivenSocket {
    const socket = neuronRtd.socket ?? {};
    return socket === UNKNOWN
        ? { volumeName: UNKNOWN, containerPath: UNKNOWN, hostPath: UNKNOWN }
        : {
              volumeName: socket.volumeName ?? socketVolume.name,
              containerPath: socket.containerPath ?? socketVolume.containerPath,
              hostPath: socket.hostPath,
          };
}

function address({ neuronRtd }: NeuronTask): Known<string> {
    return mapKnown(socketOf(neuronRtd).containerPath, socketAddress);
}

function socketMount({ neuronRtd }: NeuronTask): MountPoint {
    const { containerPath, volumeName } = socketOf(neuronRtd);
    return { containerPath, sourceVolume: volumeName };
}
