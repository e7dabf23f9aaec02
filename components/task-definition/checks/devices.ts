import {
    allDevices,
    isNeuronDevice,
    parseVisibleDevices,
    visibleDevicesProblems,
    visibleDevicesRequirement,
} from "../../../contract";
import { items } from "../../../ecs/render/stored";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { quote, type Problems } from "../../validation/problems";
import { at, containersOf, given, type At, type ModelSettings, type Settings, type Task } from "../task";

/** Which container has which Neuron device. */
export function checkDevices(task: Task, problems: Problems): void {
    const { args, models, runtime } = task;
    checkList(args.visibleDevices, "visibleDevices", task, problems);
    for (const container of [...containersOf(task), ...(task.daemon ? [task.daemon] : [])]) {
        checkMapsNone(container, problems);
    }
    if (runtime === "neuron-rtd") {
        for (const { path, value } of models.filter((one) => one.value.visibleDevices !== undefined)) {
            problems.add(
                `${path}.visibleDevices`,
                `is ${quote(value.visibleDevices)}, but with the runtime neuron-rtd the daemon has the devices; give ` +
                    "the task's visibleDevices",
            );
        }
    } else if (runtime === "libnrt") {
        checkMapped(task, problems);
    }
}

/** Containers map devices by their number, and each device is one container's. */
function checkMapped(task: Task, problems: Problems): void {
    const { args, models, instanceTypes } = task;
    const areAlone = items(args.containers).length === 1;
    const lists: At<Known<string> | undefined>[] = models.map(({ path, value }) => ({
        path: `${path}.visibleDevices`,
        value: areAlone ? (value.visibleDevices ?? args.visibleDevices ?? allDevices) : value.visibleDevices,
    }));
    models.forEach(({ path, value }) => {
        checkList(value.visibleDevices, `${path}.visibleDevices`, task, problems);
        problems.exclusive(`${path}.visibleDevices`, value.visibleDevices, "visibleDevices", args.visibleDevices);
    });
    if (lists.some(({ value }) => value === allDevices) && areAlone && instanceTypes === undefined) {
        problems.add(
            "instanceType",
            'is missing, although visibleDevices is "ALL": with libnrt containers map each device by its number; ' +
                "give pool, instanceType, or visibleDevices such as 0",
        );
    }
    if (!areAlone) {
        checkDisjoint(lists, problems);
    }
}

function checkDisjoint(lists: readonly At<Known<string> | undefined>[], problems: Problems): void {
    const owners = new Map<number, string>();
    for (const { path, value } of lists) {
        if (value === undefined || value === allDevices) {
            const what = value === undefined ? "is missing" : `is ${quote(value)}`;
            problems.add(
                path,
                `${what}, but of several model containers each must have devices of its own; give a list such as 0 ` +
                    "or 1,2",
            );
        }
        for (const device of devicesIn(value)) {
            const owner = owners.get(device);
            if (owner !== undefined) {
                problems.add(
                    path,
                    `has device ${device}, which ${owner} has too, but each device must be one container's; give ` +
                        "another",
                );
            }
            owners.set(device, owner ?? path);
        }
    }
}

/** The devices of a list, where it is right. */
export function devicesIn(value: Known<string> | undefined): readonly number[] {
    const parsed = value === undefined || value === UNKNOWN ? undefined : parseVisibleDevices(value);
    return parsed !== undefined && "devices" in parsed && parsed.devices !== allDevices ? parsed.devices : [];
}

function checkList(value: Known<string> | undefined, path: string, { types }: Task, problems: Problems): void {
    const known = given(value);
    for (const problem of known === undefined ? [] : visibleDevicesProblems(known, types.value[0])) {
        problems.add(path, `is ${quote(known)}, but ${problem}; give ${visibleDevicesRequirement}`);
    }
}

function checkMapsNone({ path, value }: At<Settings | ModelSettings>, problems: Problems): void {
    const linux = given(value.linuxParameters);
    for (const { path: where, value: device } of at(`${path}.linuxParameters.devices`, linux?.devices)) {
        const hostPath = given(device.hostPath);
        if (hostPath !== undefined && isNeuronDevice(hostPath)) {
            problems.add(
                `${where}.hostPath`,
                `is ${quote(hostPath)}, but must be no Neuron device: the component maps those; give visibleDevices`,
            );
        }
    }
}
