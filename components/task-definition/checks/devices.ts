import { allDevices, isNeuronDevice, visibleDevicesProblems, visibleDevicesRequirement } from "../../../contract";
import type { Known } from "../../../ecs/known";
import { quote, type Problems } from "../../validation/problems";
import { knownAt, taskContainers, given, type At, type ModelSettings, type Settings, type Task } from "../task";
import { checkCores } from "./cores";

/** Which container has which Neuron device, and which of its cores. */
export function checkDevices(task: Task, problems: Problems): void {
    checkList(task.args.visibleDevices, "visibleDevices", task, problems);
    for (const container of [...taskContainers(task), ...(task.daemon ? [task.daemon] : [])]) {
        checkMapsNone(container, problems);
    }
    if (task.runtime === "neuron-rtd") {
        checkDaemonHasThem(task, problems);
    } else if (task.runtime === "libnrt") {
        checkMapped(task, problems);
        checkCores(task, problems);
    }
}

function checkDaemonHasThem({ models }: Task, problems: Problems): void {
    for (const { path, value } of models) {
        if (value.visibleDevices !== undefined) {
            problems.add(
                `${path}.visibleDevices`,
                `is ${quote(value.visibleDevices)}, but with the runtime neuron-rtd the daemon has the devices; give ` +
                    "the task's visibleDevices",
            );
        }
        for (const name of ["cores", "numCores"] as const) {
            if (value[name] !== undefined) {
                problems.add(
                    `${path}.${name}`,
                    "is given, but with the runtime neuron-rtd the daemon has the cores; leave it out, or give " +
                        "runtime libnrt",
                );
            }
        }
    }
}

/** Containers map devices by their number. */
function checkMapped(task: Task, problems: Problems): void {
    const { args, models, instanceTypes } = task;
    models.forEach(({ path, value }) => {
        checkList(value.visibleDevices, `${path}.visibleDevices`, task, problems);
        problems.exclusive(`${path}.visibleDevices`, value.visibleDevices, "visibleDevices", args.visibleDevices);
    });
    const mapsAll = models.some(
        ({ value }) => (value.visibleDevices ?? args.visibleDevices ?? allDevices) === allDevices,
    );
    if (mapsAll && instanceTypes === undefined) {
        problems.add(
            "instanceType",
            'is missing, although visibleDevices is "ALL": with libnrt containers map each device by its number; ' +
                "give pool, instanceType, or visibleDevices such as 0",
        );
    }
}

function checkList(value: Known<string> | undefined, path: string, { types }: Task, problems: Problems): void {
    const known = given(value);
    for (const problem of known === undefined ? [] : visibleDevicesProblems(known, types.value[0])) {
        problems.add(path, `is ${quote(known)}, but ${problem}; give ${visibleDevicesRequirement}`);
    }
}

function checkMapsNone({ path, value }: At<Settings | ModelSettings>, problems: Problems): void {
    const linux = given(value.linuxParameters);
    for (const { path: where, value: device } of knownAt(`${path}.linuxParameters.devices`, linux?.devices)) {
        const hostPath = given(device.hostPath);
        if (hostPath !== undefined && isNeuronDevice(hostPath)) {
            problems.add(
                `${where}.hostPath`,
                `is ${quote(hostPath)}, but must be no Neuron device: the component maps those; give visibleDevices`,
            );
        }
    }
}
