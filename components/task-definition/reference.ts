import type * as pulumi from "@pulumi/pulumi";
import { allDevices } from "../../contract";
import { UNKNOWN, whenKnown, type Known } from "../../ecs/known";
import { items } from "../../ecs/render/stored";
import { containersOf } from "../../ecs/task/containers";
import { hostPortsOf, portName } from "../../ecs/task/host-ports";
import { mappedPorts } from "../../ecs/task/mapped-ports";
import { exact, sizeOf } from "../../ecs/task/task-size";
import { knownOutput } from "../engine/known-output";
import type { Split } from "../engine/record";
import { devicesIn } from "./checks/devices";
import type { TaskReference } from "./task-reference";
import type { Setting } from "./setting";
import { given, type Task } from "./task";

/** What services must know of a task, each member by itself, so that it is known at preview where it can be. */
export function referenceOf(task: Promise<Task>, setting: Setting, taskDefinitionArn: pulumi.Output<string>) {
    const output = <T>(derive: (task: Task) => Known<T>) => knownOutput(task.then(derive));
    return {
        taskDefinitionArn,
        runtime: setting.runtime,
        instanceTypes: setting.instanceTypes,
        visibleDevices: output(visibleDevices),
        networkMode: output(({ args }) => args.networkMode as Known<string> | undefined),
        staticHostPorts: output(staticHostPorts),
        portMappings: output(({ definition }) => mappedPorts(definition)),
        containerNames: output(containerNames),
        memory: output(({ definition }) => whenKnown(() => exact(sizeOf(definition).memoryMiB))),
        cpu: output(({ definition }) => whenKnown(() => exact(sizeOf(definition).cpuUnits))),
    } satisfies Omit<Split<TaskReference>, "pool">;
}

/** The devices of all containers, where each has its own. */
function visibleDevices({ args }: Task): Known<string> {
    const lists = items(args.containers).map((one) => (one === UNKNOWN ? UNKNOWN : one.visibleDevices));
    if (args.visibleDevices !== undefined || lists.includes(UNKNOWN)) {
        return args.visibleDevices ?? UNKNOWN;
    }
    const devices = lists.flatMap(devicesIn).sort((one, other) => one - other);
    return devices.length > 0 && !lists.includes(allDevices) ? devices.join(",") : allDevices;
}

function staticHostPorts({ definition }: Task): Known<string[]> {
    const { held, unknown } = hostPortsOf(definition);
    return unknown === undefined ? held.map(portName) : UNKNOWN;
}

function containerNames({ definition, runtime }: Task): Known<string[]> {
    const names = containersOf(definition).map(({ name }) => given(name));
    return runtime === UNKNOWN || !names.every((name) => name !== undefined) ? UNKNOWN : names;
}
