/**
 * The Neuron Runtime 1.x daemon as a sidecar: what its container and the model containers beside it agree on.
 *
 * Source: Amazon ECS Developer Guide, "Working with inference workloads on Amazon ECS", task definition requirements.
 */

import { registryHost } from "./ecr-image";
import { normalizedPath } from "./path";

/** The name of the sidecar container, of its image repository, and of the daemon's command. */
export const neuronRtdName = "neuron-rtd";

/** The registry account that publishes the public `neuron-rtd` image in each region. */
export const neuronRtdImageAccount = "790709498068";

export const neuronRtdDefaultTag = "latest";

/** The public `neuron-rtd` image of a region; the tag is `latest` or a version such as `1.0.8444.0`. */
export function neuronRtdImage(region: string, tag: string = neuronRtdDefaultTag): string {
    return `${registryHost(neuronRtdImageAccount, region)}/${neuronRtdName}:${tag}`;
}

/** A Docker tag: what `neuron-rtd:<tag>` may hold. */
export const imageTagPattern = /^\w[\w.-]{0,127}$/;

/**
 * Capabilities that the sidecar adds (`linuxParameters.capabilities.add`); the daemon drops them once it has started.
 */
export const neuronRtdCapabilities = ["SYS_ADMIN", "IPC_LOCK"] as const;

/** Conditions of `dependsOn` that let a model container wait for the daemon, which never exits. */
export const neuronRtdStartConditions = ["START", "HEALTHY"] as const;

/** The environment variables of the Neuron contract on ECS. */
export const neuronEnvironment = {
    /** Sidecar: the devices it drives; its presence selects the Docker runtime `neuron` on the instance. */
    visibleDevices: "AWS_NEURON_VISIBLE_DEVICES",
    /** Model container: where the daemon listens. */
    rtdAddress: "NEURON_RTD_ADDRESS",
    /** Model container, Runtime 1.x: the sizes of the groups of NeuronCores that the daemon makes. */
    groupSizes: "NEURONCORE_GROUP_SIZES",
    /** Model container, Runtime 2.x: the NeuronCores that the library takes. */
    visibleCores: "NEURON_RT_VISIBLE_CORES",
    /** Model container, Runtime 2.x: how many NeuronCores the library takes. */
    numCores: "NEURON_RT_NUM_CORES",
    /** Model container, Runtime 2.x: how many NeuronCores of a chip are one logical core. */
    logicalCore: "NEURON_LOGICAL_NC_CONFIG",
} as const;

/** The volume that carries the daemon's socket, as the guide's example has it. */
export const socketVolume = {
    name: "sock",
    containerPath: "/sock",
    hostSourcePath: "/tmp/sock",
} as const;

const socketScheme = "unix:";

/** The address of the daemon's socket below a mount: `unix:/sock/neuron-rtd.sock`. */
export function socketAddress(containerPath: string): string {
    return unixAddress(`${normalizedPath(containerPath)}/${neuronRtdName}.sock`);
}

/** The address of a socket by its path in the container: the inverse of {@link socketPath}. */
export function unixAddress(path: string): string {
    return `${socketScheme}${path}`;
}

/** The path of the socket that an address names; undefined when it is not a Unix socket with an absolute path. */
export function socketPath(address: string): string | undefined {
    if (!address.startsWith(socketScheme)) {
        return undefined;
    }
    const path = address.slice(socketScheme.length);
    // Between the first two slashes of three stands the empty host of a URL.
    return path.startsWith("/") ? normalizedPath(path) : undefined;
}

/** Whether an address names a port, as gRPC reads it: `localhost:7000`, `ipv4:10.0.0.1:7000`. */
export function isTcpAddress(address: string): boolean {
    return !address.startsWith(socketScheme) && (/^(?:tcp|dns|ipv4|ipv6):/.test(address) || /:\d{1,5}$/.test(address));
}

/** The option of the daemon that names its socket. */
export const neuronRtdListenOption = "-g";

/**
 * Where the daemon listens without that option.
 *
 * Source: aws-neuron/aws-neuron-sdk, "Packaging Container Applications using Neuron Runtime 1.x", UDS.
 */
export const neuronRtdDefaultAddress = "unix:/run/neuron.sock";

/** The shell line that starts the daemon on a socket, for `sh -c`. */
export function neuronRtdCommand(address: string): string {
    return `${neuronRtdName} ${neuronRtdListenOption} ${address}`;
}

/** The sidecar's memory and CPU, as the Amazon ECS Developer Guide's example sets them. */
export const neuronRtdDefaults = { memoryReservationMiB: 1000, cpu: 0 } as const;
