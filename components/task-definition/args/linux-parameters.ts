import type * as pulumi from "@pulumi/pulumi";
import { awsObject, list, required, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";

const capability = text(/^[A-Z_]+$/, "a capability as Docker names it, such as SYS_PTRACE");

const path = text(/^\//, "an absolute path");

/** Capabilities of a container, as Docker names them: `SYS_PTRACE`. */
export interface KernelCapabilities {
    /** Those that the container has besides Docker's. Default: none. */
    add?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Those of Docker's that it has not. Default: none. */
    drop?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

const kernelCapabilities = awsObject<KernelCapabilities>("the capabilities of a container", {
    add: list(capability, "a list of capabilities", 0),
    drop: list(capability, "a list of capabilities", 0),
});

/** A device of the instance in a container. */
export interface Device {
    /** Its path on the instance. */
    hostPath: pulumi.Input<string>;
    /** Its path in the container. Default: that on the instance. */
    containerPath?: pulumi.Input<string> | undefined;
    /** What the container may do with it: `read`, `write`, `mknod`. Default: all. */
    permissions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

const device = awsObject<Device>("a device", {
    hostPath: required(path, "give the device's path on the instance"),
    containerPath: path,
    permissions: list(oneOf(["read", "write", "mknod"]), "a list of read, write and mknod"),
});

/** A file system in memory. */
export interface Tmpfs {
    /** Where it is mounted. */
    containerPath: pulumi.Input<string>;
    /** Its largest size in MiB. */
    size: pulumi.Input<number>;
    /** Options of the mount, such as `noexec`. Default: none. */
    mountOptions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

const fileSystemInMemory = awsObject<Tmpfs>("a file system in memory", {
    containerPath: required(path, "say where it is mounted"),
    size: required(integer(1, Infinity, "MiB"), "give its largest size in MiB"),
    mountOptions: list(anyText, "a list of mount options", 0),
});

/** Linux options of a container. */
export interface LinuxParameters {
    /** Capabilities that the container has besides Docker's, or has not. Those that Neuron needs are added. */
    capabilities?: pulumi.Input<KernelCapabilities> | undefined;
    /** Devices of the instance; Neuron's are mapped by the component, from `visibleDevices`. Default: none. */
    devices?: pulumi.Input<pulumi.Input<Device>[]> | undefined;
    /** Whether an init process runs in the container, which takes care of processes that end. Default: false. */
    initProcessEnabled?: pulumi.Input<boolean> | undefined;
    /** The size of `/dev/shm` in MiB. Default: Docker's, 64. */
    sharedMemorySize?: pulumi.Input<number> | undefined;
    /** File systems in memory. Default: none. */
    tmpfs?: pulumi.Input<pulumi.Input<Tmpfs>[]> | undefined;
    /** Swap that the container may use, in MiB; 0 is none. Default: the instance's. */
    maxSwap?: pulumi.Input<number> | undefined;
    /** How readily pages are swapped, 0 to 100; only with `maxSwap`. Default: 60. */
    swappiness?: pulumi.Input<number> | undefined;
}

const linuxParametersFields: Fields<LinuxParameters> = {
    capabilities: kernelCapabilities,
    devices: list(device, "a list of devices", 0),
    initProcessEnabled: boolean,
    sharedMemorySize: integer(1, Infinity, "MiB"),
    tmpfs: list(fileSystemInMemory, "a list of file systems in memory", 0),
    maxSwap: integer(0, Infinity, "MiB"),
    swappiness: integer(0, 100, ""),
};

export const linuxParameters = awsObject("the Linux options of a container", linuxParametersFields);

/** Those of the daemon, which needs capabilities that the component knows. */
export const daemonLinuxParameters = awsObject(
    "the Linux options of the daemon",
    { ...linuxParametersFields, capabilities: () => {} } satisfies Fields<LinuxParameters>,
    { capabilities: "the component gives the daemon the two that it needs; leave it out" },
);
