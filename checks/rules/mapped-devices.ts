import {
    describeChips,
    LaunchType,
    isNeuronDevice,
    neuronDeviceIndex,
    neuronInstances,
    neuronInstanceTypes,
    type NeuronInstanceType,
} from "../../contract";
import { anyOf, holds, known } from "../../ecs/known";
import { coresOf, mappedDevices, missingCores } from "../../ecs/task/cores";
import { reachesDevices, containerWithoutDevices } from "../../ecs/task/reach";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { deviceClashes, type SharedDevice, type TooManyCores } from "../../ecs/task/device-clashes";
import { label, quoted } from "../phrasing/names";
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
                    subject: label(container),
                    problem: `maps ${quoted(device)} without the permission to ${missing.join(" and ")}`,
                    requirement: "the runtime library needs both",
                    remedy: `add ${missing.join(" and ")} to its permissions`,
                };
            }
        }
    }
}

const maxDevices = Math.max(...neuronInstanceTypes.map((type) => neuronInstances[type].chips));

export function* existenceProblems(
    container: Container,
    smallest: NeuronInstanceType | undefined,
): Iterable<Violation> {
    const chips = smallest === undefined ? maxDevices : neuronInstances[smallest].chips;
    const holder =
        smallest === undefined
            ? `no instance type has more than ${maxDevices} chips`
            : `${smallest} has ${describeChips(smallest)}`;
    const path = [...container.path, "linuxParameters", "devices"];
    for (const { hostPath } of known(container.devices, path)) {
        const device = known(hostPath, path);
        if (isNeuronDevice(device) && neuronDeviceIndex(device) === undefined) {
            yield {
                path,
                subject: label(container),
                problem: `maps ${quoted(device)}, which no instance has, as a device is one path with a number`,
                remedy: "map /dev/neuron0 and those after it, each by its own path",
            };
        }
    }
    for (const device of mappedDevices(container).filter((index) => index >= chips)) {
        yield {
            path,
            subject: label(container),
            problem: `maps "/dev/neuron${device}", which does not exist, as ${holder}`,
            remedy: "map only those that it has",
        };
    }
}

export function* coreProblems(container: Container, types: readonly string[] | undefined): Iterable<Violation> {
    const cores = coresOf(container);
    if (cores === undefined) {
        return;
    }
    const { path, variable, value } = cores.setting;
    const subject = label(container);
    const given = `has ${variable} ${quoted(value)}`;
    if (mappedDevices(container).length === 0) {
        if (reachesDevices(container)) {
            return;
        }
        yield {
            path,
            variable,
            subject,
            given,
            problem: "maps no Neuron device, and so has no core",
            remedy: "map /dev/neuron0 in it",
        };
        return;
    }
    const missing = missingCores(container, types);
    if (missing !== undefined) {
        const { devices, available } = missing;
        yield {
            path,
            variable,
            subject,
            given,
            problem:
                `the ${devices === 1 ? "device" : `${devices} devices`} that it maps ` +
                `${devices === 1 ? "has" : "have"} at most ${available} cores`,
            remedy: "name fewer, or map more devices",
        };
    }
}

/** An image for the runtime library, without a device. One with cores is reported already; Fargate has none. */
export function* deviceProblems(task: TaskDefinition): Iterable<Violation> {
    const container = containerWithoutDevices(task);
    if (container !== undefined && coresOf(container) === undefined && !requiresFargate(task)) {
        yield {
            path: [...container.path, "linuxParameters", "devices"],
            subject: label(container),
            given: "has an image of the Neuron SDK",
            problem: "no container of the task maps a Neuron device, so that it reaches no chip",
            remedy: "map /dev/neuron0 in it",
        };
    }
}

function requiresFargate({ requiresCompatibilities }: TaskDefinition): boolean {
    const isFargate = anyOf(requiresCompatibilities, (type) => holds(type, (one) => one === LaunchType.Fargate));
    return known(isFargate, ["requiresCompatibilities"]);
}

/** Containers that want the same cores. @throws Undecided after what is decided */
export function* clashProblems(task: TaskDefinition, types: readonly string[] | undefined): Iterable<Violation> {
    for (const clash of deviceClashes(task, types)) {
        yield clash.kind === "device" ? sameDevice(clash) : tooManyCores(clash);
    }
}

function sameDevice({ container, other, device }: SharedDevice): Violation {
    return {
        path: [...container.path, "linuxParameters", "devices"],
        subject: `${label(container)} and ${label(other)}`,
        problem:
            `both map /dev/neuron${device}, and do not take different cores of it, so that the second to start gets ` +
            "none",
        remedy: "map different devices, or give each NEURON_RT_VISIBLE_CORES of its own",
    };
}

function tooManyCores({ container, others, setting, cores, devices, available }: TooManyCores): Violation {
    const { path, variable, value } = setting;
    const have =
        devices.length === 1
            ? `/dev/neuron${devices[0]}, which they share, has at most ${available}`
            : `the ${devices.length} devices that they map have at most ${available}`;
    return {
        path,
        variable,
        subject: label(container),
        given:
            `has ${variable} ${quoted(value)}, and takes ${cores} cores together with ` +
            others.map(label).join(" and "),
        problem: have,
        remedy: "give each fewer, or devices of its own",
    };
}
