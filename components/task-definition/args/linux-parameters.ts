import type * as pulumi from "@pulumi/pulumi";

/** Linux options of a container. */
export interface LinuxParametersArgs {
    /** Capabilities that the container has besides Docker's, or has not. Those that Neuron needs are added. */
    capabilities?: pulumi.Input<KernelCapabilitiesArgs> | undefined;
    /** Devices of the instance; Neuron's are mapped by the component, from `visibleDevices`. Default: none. */
    devices?: pulumi.Input<pulumi.Input<DeviceArgs>[]> | undefined;
    /** Whether an init process runs in the container, which takes care of processes that end. Default: false. */
    initProcessEnabled?: pulumi.Input<boolean> | undefined;
    /** The size of `/dev/shm` in MiB. Default: Docker's, 64. */
    sharedMemorySize?: pulumi.Input<number> | undefined;
    /** File systems in memory. Default: none. */
    tmpfs?: pulumi.Input<pulumi.Input<TmpfsArgs>[]> | undefined;
    /** Swap that the container may use, in MiB; 0 is none. Default: the instance's. */
    maxSwap?: pulumi.Input<number> | undefined;
    /** How readily pages are swapped, 0 to 100; only with `maxSwap`. Default: 60. */
    swappiness?: pulumi.Input<number> | undefined;
}

/** Capabilities of a container, as Docker names them: `SYS_PTRACE`. */
export interface KernelCapabilitiesArgs {
    /** Those that the container has besides Docker's. Default: none. */
    add?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Those of Docker's that it has not. Default: none. */
    drop?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/** A device of the instance in a container. */
export interface DeviceArgs {
    /** Its path on the instance. */
    hostPath: pulumi.Input<string>;
    /** Its path in the container. Default: that on the instance. */
    containerPath?: pulumi.Input<string> | undefined;
    /** What the container may do with it: `read`, `write`, `mknod`. Default: all. */
    permissions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/** A file system in memory. */
export interface TmpfsArgs {
    /** Where it is mounted. */
    containerPath: pulumi.Input<string>;
    /** Its largest size in MiB. */
    size: pulumi.Input<number>;
    /** Options of the mount, such as `noexec`. Default: none. */
    mountOptions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}
