import type * as pulumi from "@pulumi/pulumi";
import { allDevices, formatVisibleDevices, parseVisibleDevices } from "../../contract";
import { UNKNOWN, whenKnown, type Known } from "../../ecs/known";
import { knownItems } from "../../ecs/render/stored";
import { unhealthyAfter } from "../../ecs/service/health-checks";
import { containersOf } from "../../ecs/task/containers";
import { hostPortsOf, portName } from "../../ecs/task/host-ports";
import { mappedPorts } from "../../ecs/task/mapped-ports";
import { coresTogether, type TaskResources } from "../../ecs/task/sharing";
import { exact, sizeOf } from "../../ecs/task/task-size";
import { knownOutput } from "../engine/known-output";
import type { Split } from "../engine/record";
import type { TaskReference } from "./task-reference";
import type { TaskSetting } from "./setting";
import { given, type SidecarContainer, type Task } from "./task";

/** What services must know of a task, each member by itself, so that it is known at preview where it can be. */
export function referenceOf(task: Promise<Task>, setting: TaskSetting, taskDefinitionArn: pulumi.Output<string>) {
    const output = <T>(derive: (task: Task) => Known<T>) => knownOutput(task.then(derive));
    return {
        taskDefinitionArn,
        runtime: setting.runtime,
        instanceTypes: setting.instanceTypes,
        visibleDevices: output(visibleDevices),
        cores: output((one) => ofCores(one, (cores) => (typeof cores === "object" ? cores.join(",") : undefined))),
        numCores: output((one) => ofCores(one, (cores) => (typeof cores === "number" ? cores : undefined))),
        networkMode: output(({ args }) => args.networkMode as Known<string> | undefined),
        staticHostPorts: output(staticHostPorts),
        portMappings: output(({ definition }) => mappedPorts(definition)),
        containerNames: output(containerNames),
        memory: output(({ definition }) => whenKnown(() => exact(sizeOf(definition).memoryMiB))),
        cpu: output(({ definition }) => whenKnown(() => exact(sizeOf(definition).cpuUnits))),
        unhealthyAfter: output(unhealthyAfterOf),
    } satisfies Omit<Split<TaskReference>, "pool">;
}

/** The devices of all containers. */
function visibleDevices({ args }: Task): Known<string> {
    const ofTask = args.visibleDevices ?? allDevices;
    const lists = knownItems(args.containers).map((one) =>
        one === UNKNOWN ? UNKNOWN : (one.visibleDevices ?? ofTask),
    );
    if (lists.includes(allDevices) || lists.includes(UNKNOWN)) {
        return lists.includes(allDevices) ? allDevices : UNKNOWN;
    }
    const devices = lists.flatMap((list) => (list === UNKNOWN ? [] : devicesIn(list)));
    return formatVisibleDevices([...new Set(devices)].sort((one, other) => one - other));
}

function devicesIn(list: string): readonly number[] {
    const parsed = parseVisibleDevices(list);
    return "devices" in parsed && parsed.devices !== allDevices ? parsed.devices : [];
}

/** Something of the cores that all containers take. */
function ofCores<T>({ definition, runtime }: Task, then: (cores: TaskResources["cores"]) => T): Known<T> {
    if (runtime !== "libnrt") {
        return runtime === UNKNOWN ? UNKNOWN : then("all");
    }
    // What a file or a secret says is never known. Without it, a container takes all cores.
    return whenKnown(() =>
        then(
            coresTogether(containersOf(definition).map((one) => ({ ...one, secrets: [], hasEnvironmentFiles: false }))),
        ),
    );
}

/** Of the essential containers, as only they make a task unhealthy. */
function unhealthyAfterOf({ args }: Task): Known<number> {
    const containers = [
        ...knownItems(args.containers),
        ...knownItems(args.sidecars),
        args.neuronRtd ?? {},
    ] as readonly Known<Partial<SidecarContainer>>[];
    const seconds = containers.map((one) =>
        one === UNKNOWN ? UNKNOWN : one.essential === false ? 0 : unhealthyAfter(one.healthCheck),
    );
    return seconds.includes(UNKNOWN) ? UNKNOWN : Math.max(...(seconds as number[]));
}

function staticHostPorts({ definition }: Task): Known<string[]> {
    const { held, unknown } = hostPortsOf(definition);
    return unknown === undefined ? held.map(portName) : UNKNOWN;
}

function containerNames({ definition, runtime }: Task): Known<string[]> {
    const names = containersOf(definition).map(({ name }) => given(name));
    return runtime === UNKNOWN || !names.every((name) => name !== undefined) ? UNKNOWN : names;
}
