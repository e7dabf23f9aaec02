import type { Unwrap } from "@pulumi/pulumi";
import { allDevices, serviceDefaults, type InferentiaInstanceType, type VisibleDevices } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { inputRuntime } from "../../ecs/render/definition";
import type { Deployment } from "../../ecs/service/deployment";
import type { HealthChecks } from "../../ecs/service/health-checks";
import { readCoreList } from "../../ecs/task/cores";
import type { TaskResources } from "../../ecs/task/sharing";
import type { Accepted } from "../validation/accepted";
import type { WithRecords } from "../engine/record";
import type { TaskPort } from "../task-definition/task-reference";
import type { ServiceArgs } from "./args/service";

/** The arguments of a service as checks across them see them. */
export type ServiceArguments = Accepted<Unwrap<WithRecords<ServiceArgs>>>;

type InstanceTypes = Known<readonly InferentiaInstanceType[]>;

/** A service, its task and its pool, as far as they are known: with its default where an argument is absent. */
export interface ServiceOnPool {
    readonly pool: {
        /** The argument that gives it. */
        readonly path: string;
        readonly name: Known<string>;
        readonly runtime: Known<string>;
        readonly instanceTypes: InstanceTypes;
        readonly maxSize: Known<number>;
    };
    readonly task: {
        readonly runtime: Known<string>;
        readonly instanceTypes: InstanceTypes;
        readonly devices: Known<VisibleDevices>;
        /** NeuronCores by index, or how many. */
        readonly cores: Known<TaskResources["cores"]>;
        readonly networkMode: Known<string>;
        readonly staticHostPorts: Known<readonly string[]>;
        readonly containerNames: Known<readonly string[]>;
        readonly memory: Known<number>;
        readonly cpu: Known<number>;
        /** Whether its memory, or its CPU, will be told. */
        readonly hasUnknownSize: boolean;
    };
    readonly healthChecks: HealthChecks;
    readonly deployment: Deployment;
    readonly desiredCount: Known<number>;
    /** Whether autoscaling owns the number of tasks. */
    readonly ignoresDesiredCount: boolean;
}

export function serviceOnPool(args: ServiceArguments): ServiceOnPool {
    const task = members(args.task);
    const pool = members(poolOf(args));
    const runtime = inputRuntime({ runtime: pool("runtime"), instanceTypes: pool("instanceTypes") ?? UNKNOWN });
    const instanceTypes = whole(pool("instanceTypes") ?? UNKNOWN) as InstanceTypes;
    const desiredCount = args.desiredCount ?? serviceDefaults.desiredCount;
    return {
        pool: {
            path: args.pool === undefined ? "task.pool" : "pool",
            name: pool("poolName") ?? pool("capacityProviderName") ?? UNKNOWN,
            runtime,
            instanceTypes,
            maxSize: pool("maxSize") ?? UNKNOWN,
        },
        task: {
            runtime: task("runtime") ?? runtime,
            instanceTypes: whole(task("instanceTypes") ?? instanceTypes) as InstanceTypes,
            devices: devicesIn(task("visibleDevices") ?? allDevices),
            cores: coresIn(task("cores"), task("numCores")),
            networkMode: task("networkMode") ?? "bridge",
            staticHostPorts: whole(task("staticHostPorts") ?? []),
            containerNames: whole(task("containerNames") ?? UNKNOWN),
            memory: task("memory") ?? UNKNOWN,
            cpu: task("cpu") ?? UNKNOWN,
            hasUnknownSize: task("memory") === UNKNOWN || task("cpu") === UNKNOWN,
        },
        healthChecks: {
            ofBalancer: isAny(args.routes) || isAny(args.loadBalancers) || isAny(args.vpcLatticeConfigurations),
            ofContainers: task("unhealthyAfter") ?? UNKNOWN,
        },
        deployment: {
            desiredCount,
            minimumHealthyPercent: args.deploymentMinimumHealthyPercent,
            maximumPercent: args.deploymentMaximumPercent,
            strategy: members(args.deploymentConfiguration)("strategy"),
        },
        desiredCount,
        ignoresDesiredCount: args.ignoreDesiredCount === true,
    };
}

/** A list that is not known may be empty. */
function isAny(list: Known<readonly unknown[]> | undefined): boolean {
    return list === UNKNOWN || (list ?? []).length > 0;
}

/** The pool on which a service runs: its own, or else that of its task. */
export function poolOf({ pool, task }: ServiceArguments) {
    return pool ?? members(task)("pool");
}

/** Reads the members of a record that may be absent, or not known as a whole. */
export function members<T extends object>(record: Known<T> | undefined) {
    return <Key extends keyof T>(name: Key): T[Key] | typeof UNKNOWN | undefined =>
        record === UNKNOWN ? UNKNOWN : record?.[name];
}

/** A list of which an item is not known is not known either. */
export function whole<T>(list: Known<readonly Known<T>[]>): Known<readonly T[]>;
export function whole<T>(list: Known<readonly Known<T>[]> | undefined): Known<readonly T[]> | undefined;
export function whole<T>(list: Known<readonly Known<T>[]> | undefined): Known<readonly T[]> | undefined {
    return list === UNKNOWN || list?.includes(UNKNOWN) === true ? UNKNOWN : (list as readonly T[] | undefined);
}

/** The mapped ports of a task, where all of them are known; undefined where nothing says them. */
export function portsOf(task: ServiceArguments["task"] | undefined): Known<readonly TaskPort[]> | undefined {
    const ports = whole(members(task)("portMappings"));
    return ports === undefined || ports === UNKNOWN || !ports.some((one) => Object.values(one).includes(UNKNOWN))
        ? (ports as Known<readonly TaskPort[]> | undefined)
        : UNKNOWN;
}

function devicesIn(list: Known<string>): Known<VisibleDevices> {
    return list === UNKNOWN || list === allDevices ? list : list.split(",").map(Number);
}

function coresIn(list: Known<string> | undefined, number: Known<number> | undefined): Known<TaskResources["cores"]> {
    return list === UNKNOWN || list === undefined
        ? (list ?? number ?? "all")
        : (readCoreList(list)?.indexes ?? UNKNOWN);
}
