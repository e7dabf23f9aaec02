import type { Unwrap } from "@pulumi/pulumi";
import {
    allDevices,
    defaultRuntime,
    parseVisibleDevices,
    serviceDefaults,
    type InferentiaInstanceType,
    type VisibleDevices,
} from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { Sound } from "../validation/sound";
import type { InferenceServiceArgs } from "./args/service";

/** The arguments of a service as checks across them see them. */
export type ServiceArguments = Sound<Unwrap<InferenceServiceArgs>>;

/** What must fit together, of the arguments of a service: with its default where an argument is absent. */
export interface ServiceView {
    /** Which pool it is. */
    readonly pool: Known<string>;
    readonly poolRuntime: Known<string>;
    readonly poolTypes: Known<readonly InferentiaInstanceType[]>;
    readonly maxSize: Known<number>;
    readonly runtime: Known<string>;
    readonly taskTypes: Known<readonly InferentiaInstanceType[]>;
    readonly devices: Known<VisibleDevices>;
    readonly networkMode: Known<string>;
    readonly staticHostPorts: Known<readonly string[]>;
    readonly containerNames: Known<readonly string[]>;
    readonly memory: Known<number>;
    readonly cpu: Known<number>;
    readonly desiredCount: Known<number>;
    readonly minimumHealthyPercent: Known<number>;
    readonly maximumPercent: Known<number>;
    readonly strategy: Known<string>;
    readonly controller: Known<string>;
}

export function readService(args: ServiceArguments): ServiceView {
    const capacity = members(args.capacity);
    const task = members(args.task);
    const poolRuntime = capacity("runtime") ?? defaultRuntime;
    const poolTypes = whole(capacity("instanceTypes") ?? UNKNOWN) as Known<readonly InferentiaInstanceType[]>;
    return {
        pool: capacity("poolName") ?? capacity("capacityProviderName") ?? UNKNOWN,
        poolRuntime,
        poolTypes,
        maxSize: capacity("maxSize") ?? UNKNOWN,
        runtime: task("runtime") ?? poolRuntime,
        taskTypes: whole(task("instanceTypes") ?? poolTypes) as typeof poolTypes,
        devices: devices(task("visibleDevices") ?? allDevices),
        networkMode: task("networkMode") ?? "bridge",
        staticHostPorts: whole(task("staticHostPorts") ?? []),
        containerNames: whole(task("containerNames") ?? UNKNOWN),
        memory: task("memory") ?? UNKNOWN,
        cpu: task("cpu") ?? UNKNOWN,
        desiredCount: args.desiredCount ?? serviceDefaults.desiredCount,
        minimumHealthyPercent: args.deploymentMinimumHealthyPercent ?? serviceDefaults.minimumHealthyPercent,
        maximumPercent: args.deploymentMaximumPercent ?? serviceDefaults.maximumPercent,
        strategy: members(args.deploymentConfiguration)("strategy") ?? "ROLLING",
        controller: members(args.deploymentController)("type") ?? "ECS",
    };
}

/** Reads the members of a record that may be absent, or not known as a whole. */
export function members<T extends object>(record: Known<T> | undefined) {
    return <Key extends keyof T>(name: Key): T[Key] | typeof UNKNOWN | undefined =>
        record === UNKNOWN ? UNKNOWN : record?.[name];
}

/** A list of which an item is not known is not known either. */
function whole<T>(list: Known<readonly Known<T>[]>): Known<readonly T[]> {
    return list === UNKNOWN || list.includes(UNKNOWN) ? UNKNOWN : (list as readonly T[]);
}

function devices(list: Known<string>): Known<VisibleDevices> {
    const parsed = list === UNKNOWN ? undefined : parseVisibleDevices(list);
    return parsed !== undefined && "devices" in parsed ? parsed.devices : UNKNOWN;
}
