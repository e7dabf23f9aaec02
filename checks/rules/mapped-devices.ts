import {
    describeChips,
    isNeuronDevice,
    neuronEnvironment,
    neuronInstances,
    neuronInstanceTypes,
    type NeuronInstanceType,
} from "../../contract";
import { anyOf, holds, known } from "../../ecs/known";
import { coresOf, mappedDevices, mostCores } from "../../ecs/task/cores";
import { settings } from "../../ecs/task/environment";
import { label, quoted, type Container } from "../../ecs/task/task-definition";
import type { Violation } from "./rule";

/** What is wrong with the Neuron devices that one container maps, and with the cores that it takes of them. */

/** Docker gives all permissions where none are said. */
export function* permissionProblems(container: Container): Iterable<Violation> {
    const at = [...container.path, "linuxParameters", "devices"];
    for (const { hostPath, permissions } of known(container.devices, at)) {
        const device = known(hostPath, at);
        if (isNeuronDevice(device) && permissions !== undefined) {
            const given = known(permissions, at).map((permission) => known(permission, at));
            const missing = ["read", "write"].filter((permission) => !given.includes(permission));
            if (given.length > 0 && missing.length > 0) {
                yield {
                    path: at,
                    message:
                        `${label(container)} maps ${quoted(device)} without the permission to ` +
                        `${missing.join(" and ")}; the runtime library needs both: add ${missing.join(" and ")} to ` +
                        "its permissions",
                };
            }
        }
    }
}

const mostDevices = Math.max(...neuronInstanceTypes.map((type) => neuronInstances[type].chips));

export function* existenceProblems(
    container: Container,
    smallest: NeuronInstanceType | undefined,
): Iterable<Violation> {
    const chips = smallest === undefined ? mostDevices : neuronInstances[smallest].chips;
    const holder =
        smallest === undefined
            ? `no instance type has more than ${mostDevices} chips`
            : `${smallest} has ${describeChips(smallest)}`;
    for (const device of mappedDevices(container).filter((index) => index >= chips)) {
        yield {
            path: [...container.path, "linuxParameters", "devices"],
            message:
                `${label(container)} maps "/dev/neuron${device}", which does not exist: ${holder}; map only those ` +
                "that it has",
        };
    }
}

export function* coreProblems(container: Container, types: readonly string[] | undefined): Iterable<Violation> {
    const cores = coresOf(container);
    if (cores === undefined) {
        return;
    }
    const devices = mappedDevices(container);
    const { path, variable, value } = cores.setting;
    const subject = `${label(container)} has ${variable} ${quoted(value)}`;
    if (devices.length === 0) {
        if (mayHaveDevices(container)) {
            return;
        }
        yield {
            path,
            variable,
            message: `${subject}, but maps no Neuron device, and so has no core: map /dev/neuron0 in it`,
        };
        return;
    }
    const most = mostCores(devices, types);
    const beyond = startsAtZero(devices)
        ? Math.max(cores.count, ...(cores.indexes ?? []).map((core) => core + 1))
        : cores.count;
    if (beyond > most) {
        yield {
            path,
            variable,
            message:
                `${subject}, but the ${devices.length === 1 ? "device" : `${devices.length} devices`} that it maps ` +
                `${devices.length === 1 ? "has" : "have"} at most ${most} cores: name fewer, or map more devices`,
        };
    }
}

/**
 * Docker gives a privileged container every device, and the Neuron hook of older AMIs gives what the variable names.
 * @throws Undecided while either is not known
 */
function mayHaveDevices(container: Container): boolean {
    const { environment, privileged, path } = container;
    const name = neuronEnvironment.visibleDevices;
    return (
        known(privileged, path, "privileged") ||
        anyOf(environment, (variable) => holds(variable.name, (one) => one === name)) === true ||
        settings(container, name).length > 0
    );
}

/** Only then are cores counted from the first device on. */
function startsAtZero(devices: readonly number[]): boolean {
    return Math.max(...devices) === devices.length - 1;
}
