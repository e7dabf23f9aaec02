import { list, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";
import type { DeviceArgs, KernelCapabilitiesArgs, LinuxParametersArgs, TmpfsArgs } from "../args/linux-parameters";

const capability = text(/^[A-Z_]+$/, "a capability as Docker names it, such as SYS_PTRACE");
const path = text(/^\//, "an absolute path");

const kernelCapabilitiesFields: Fields<KernelCapabilitiesArgs> = {
    add: list(capability, "a list of capabilities", 0),
    drop: list(capability, "a list of capabilities", 0),
};

const deviceFields: Fields<DeviceArgs> = {
    hostPath: required(path, "give the device's path on the instance"),
    containerPath: path,
    permissions: list(oneOf(["read", "write", "mknod"]), "a list of read, write and mknod"),
};

const tmpfsFields: Fields<TmpfsArgs> = {
    containerPath: required(path, "say where it is mounted"),
    size: required(integer(1, Infinity, "MiB"), "give its largest size in MiB"),
    mountOptions: list(anyText, "a list of mount options", 0),
};

const linuxParametersFields: Fields<LinuxParametersArgs> = {
    capabilities: object("the capabilities of a container", kernelCapabilitiesFields),
    devices: list(object("a device", deviceFields), "a list of devices", 0),
    initProcessEnabled: boolean,
    sharedMemorySize: integer(1, Infinity, "MiB"),
    tmpfs: list(object("a file system in memory", tmpfsFields), "a list of file systems in memory", 0),
    maxSwap: integer(0, Infinity, "MiB"),
    swappiness: integer(0, 100, ""),
};

export const linuxParameters: Check = object("the Linux options of a container", linuxParametersFields);

/** Those of the daemon, which needs capabilities that the component knows. */
export const daemonLinuxParameters: Check = object(
    "the Linux options of the daemon",
    { ...linuxParametersFields, capabilities: () => {} } satisfies Fields<LinuxParametersArgs>,
    { capabilities: "the component gives the daemon the two that it needs; leave it out" },
);
