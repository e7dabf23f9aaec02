import {
    allDevices,
    defaultRuntime,
    isInferentiaInstanceType,
    parseVisibleDevices,
    serviceDefaults,
    type InferentiaInstanceType,
    type VisibleDevices,
} from "../../contract";
import { UNKNOWN, type Known } from "../../contract/known";
import type { Arguments } from "../validation/validate";

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

/** Reads the arguments. What is of a wrong shape is refused elsewhere, and taken as not known here. */
export function readService(args: Arguments): ServiceView {
    const capacity = at(args, "capacity");
    const task = at(args, "task");
    const poolName = text(at(capacity, "poolName"), undefined);
    const poolRuntime = text(at(capacity, "runtime"), defaultRuntime);
    const poolTypes = types(at(capacity, "instanceTypes"));
    return {
        pool: poolName === undefined ? text(at(capacity, "capacityProviderName"), UNKNOWN) : poolName,
        poolRuntime,
        poolTypes: poolTypes ?? UNKNOWN,
        maxSize: number(at(capacity, "maxSize"), UNKNOWN),
        runtime: text(at(task, "runtime"), poolRuntime),
        taskTypes: types(at(task, "instanceTypes")) ?? poolTypes ?? UNKNOWN,
        devices: devices(at(task, "visibleDevices")),
        networkMode: text(at(task, "networkMode"), "bridge"),
        staticHostPorts: texts(at(task, "staticHostPorts")) ?? [],
        containerNames: texts(at(task, "containerNames")) ?? UNKNOWN,
        memory: number(at(task, "memory"), UNKNOWN),
        cpu: number(at(task, "cpu"), UNKNOWN),
        desiredCount: number(args["desiredCount"], serviceDefaults.desiredCount),
        minimumHealthyPercent: number(args["deploymentMinimumHealthyPercent"], serviceDefaults.minimumHealthyPercent),
        maximumPercent: number(args["deploymentMaximumPercent"], serviceDefaults.maximumPercent),
        strategy: text(at(args["deploymentConfiguration"], "strategy"), "ROLLING"),
        controller: text(at(args["deploymentController"], "type"), "ECS"),
    };
}

/** A member of what may be absent, or not known. */
export function at(value: unknown, name: string): unknown {
    if (value === undefined || value === null) {
        return undefined;
    }
    return typeof value === "object" ? (value as Readonly<Record<string, unknown>>)[name] : UNKNOWN;
}

function text<D>(value: unknown, absent: D): string | typeof UNKNOWN | D {
    return value === undefined || value === null ? absent : typeof value === "string" ? value : UNKNOWN;
}

function number<D>(value: unknown, absent: D): number | typeof UNKNOWN | D {
    return value === undefined || value === null ? absent : isCount(value) ? value : UNKNOWN;
}

function isCount(value: unknown): value is number {
    return Number.isInteger(value) && (value as number) >= 0;
}

function devices(value: unknown): Known<VisibleDevices> {
    const list = text(value, allDevices);
    const parsed = list === UNKNOWN ? undefined : parseVisibleDevices(list);
    return parsed !== undefined && "devices" in parsed ? parsed.devices : UNKNOWN;
}

function texts(value: unknown): Known<readonly string[]> | undefined {
    if (value === undefined || value === null) {
        return undefined;
    }
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : UNKNOWN;
}

function types(value: unknown): Known<readonly InferentiaInstanceType[]> | undefined {
    const names = texts(value);
    return names === undefined || names === UNKNOWN ? names : names.every(isInferentiaInstanceType) ? names : UNKNOWN;
}
