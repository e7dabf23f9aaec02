/**
 * A task with the library of Runtime 2.x: the model containers, which map the devices, and the sidecars.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS task definitions for AWS Neuron machine learning workloads", the
 * example task definition.
 */
import { UNKNOWN, type Known } from "../known";
import { neuronDevicePath } from "../../contract/neuron-device";
import { neuronEnvironment } from "../../contract/neuron-rtd";
import { neuronInstances } from "../../contract/neuron-instances";
import { allDevices, parseVisibleDevices } from "../../contract/visible-devices";
import type {
    Capabilities,
    ContainerDefinition,
    Device,
    EnvironmentVariable,
    KnownList,
    LinuxParameters,
} from "./container";
import { knownItems, stored, mapKnown } from "./stored";
import { memoryOf, ofEcsOnly, type ModelContainer, type NeuronTask } from "./task";

/** The capability that the library's example adds: it keeps the buffers that the chips read in memory. */
const libnrtCapabilities = ["IPC_LOCK"] as const;

export function libnrtContainers(task: NeuronTask): Known<ContainerDefinition>[] {
    return [
        ...task.containers.map((container) => mapKnown(container, (known) => modelContainer(known, task))),
        ...task.sidecars.map((container) => mapKnown(container, (known) => stored(known, task))),
    ];
}

function modelContainer(container: ModelContainer, task: NeuronTask): ContainerDefinition {
    const given = ofEcsOnly(container);
    const devices = devicesOf(container.visibleDevices ?? task.visibleDevices, task);
    const cores = coresOf(container);
    return stored(
        {
            ...given,
            ...memoryOf(given, task),
            ...(cores.length > 0 && { environment: [...knownItems(given.environment), ...cores] }),
            linuxParameters: withDevices(given.linuxParameters, devices),
        },
        task,
    );
}

/** The variables that restrict the library to some cores. */
function coresOf({ cores, numCores }: ModelContainer): readonly EnvironmentVariable[] {
    const variables: EnvironmentVariable[] = [];
    if (cores !== undefined) {
        variables.push({ name: neuronEnvironment.visibleCores, value: cores });
    }
    if (numCores !== undefined) {
        variables.push({ name: neuronEnvironment.numCores, value: mapKnown(numCores, String) });
    }
    return variables;
}

function withDevices(options: Known<LinuxParameters> | undefined, devices: KnownList<Device>): LinuxParameters {
    const linux: LinuxParameters = options === UNKNOWN ? { capabilities: UNKNOWN, devices: UNKNOWN } : (options ?? {});
    const given: Capabilities =
        linux.capabilities === UNKNOWN ? { add: UNKNOWN, drop: UNKNOWN } : (linux.capabilities ?? {});
    const further = knownItems(given.add).filter((one) => !(libnrtCapabilities as readonly unknown[]).includes(one));
    return {
        ...linux,
        capabilities: { ...given, add: [...libnrtCapabilities, ...further], drop: given.drop ?? [] },
        devices: [...knownItems(devices), ...knownItems(linux.devices)],
    };
}

function devicesOf(visibleDevices: Known<string>, task: NeuronTask): KnownList<Device> {
    const parsed = mapKnown(visibleDevices, parseVisibleDevices);
    if (parsed === UNKNOWN || "problems" in parsed) {
        return UNKNOWN;
    }
    const indexes = parsed.devices === allDevices ? everyDevice(task) : parsed.devices;
    return mapKnown(indexes, (known) =>
        known.map((index) => {
            const path = neuronDevicePath(index);
            return { hostPath: path, containerPath: path, permissions: ["read", "write"] };
        }),
    );
}

/** Those of the instance types, which all have as many. */
function everyDevice({ instanceTypes }: NeuronTask): Known<readonly number[]> {
    const [type] = knownItems(instanceTypes);
    return type === undefined || type === UNKNOWN
        ? UNKNOWN
        : Array.from({ length: neuronInstances[type].chips }, (_, index) => index);
}
