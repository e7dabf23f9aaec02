import { label, quoted } from "../phrasing/names";
import { isNeuronDevice, neuronEnvironment, Runtime } from "../../contract";
import { holds, Undecided, UNKNOWN } from "../../ecs/known";
import { workOf } from "../../ecs/task/command-evidence";
import { unknownArguments } from "../../ecs/task/command-line";
import { containersOf } from "../../ecs/task/containers";
import { evidenceOf, isMixed, type Evidence } from "../../ecs/task/runtime";
import { isNeuronxImage } from "../../ecs/task/signs";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { TaskRule, Violation } from "./rule";
import { sources } from "./sources";

const { rtdAddress: address } = neuronEnvironment;

const versions: Readonly<Record<Runtime, string>> = {
    [Runtime.NeuronRtd]: "for Runtime 1.x",
    [Runtime.Libnrt]: "for Runtime 2.x",
    [Runtime.Managed]: "for devices that ECS assigns",
};

export const neuronRuntimeMixed: TaskRule = {
    name: "neuron-runtime-mixed",
    summary: "No task is set up for the daemon of Runtime 1.x and for devices of its model containers at once.",
    severity: "high",
    level: "mandatory",
    why:
        "Runtime 1.x reaches the chips through the daemon in the sidecar, Runtime 2.x through devices in the model " +
        "container itself. With both, the container and the daemon compete for the same chips, and one of them fails.",
    fix:
        'Remove the /dev/neuron devices from "linuxParameters.devices" to use the neuron-rtd sidecar, or remove ' +
        `${address} (and the sidecar) to use Runtime 2.x.`,
    sources: [sources.runtime2],
    *perDefinition(task) {
        const setUp = evidenceOf(task).evidence.filter(({ isSetup }) => isSetup);
        const daemons = setUp.filter(({ runtime }) => runtime === Runtime.NeuronRtd);
        // The daemon's own container says it best.
        const daemon = daemons.find(isOfSidecar) ?? daemons[0];
        if (daemon === undefined) {
            return;
        }
        if (!isMixed(new Set(setUp.map(({ runtime }) => runtime)))) {
            requireKnownDevices(task);
            return;
        }
        for (const one of firstOfEach(setUp.filter(({ runtime }) => runtime !== Runtime.NeuronRtd))) {
            yield mixed(one, daemons.find(({ container }) => container === one.container) ?? daemon);
        }
    },
};

function mixed({ container, property, words, runtime }: Evidence, daemon: Evidence): Violation {
    const devices = devicesOf(container);
    const own = `${devices ?? words} ${versions[runtime]}`;
    const oldRuntime = versions[Runtime.NeuronRtd];
    const removable = runtime === Runtime.Libnrt && devices === undefined ? "that" : whatToRemove[runtime];
    const other = isOfSidecar(daemon) ? whatToRemove[Runtime.NeuronRtd] : address;
    return {
        ...property,
        subject: label(container),
        ...(daemon.container === container
            ? { problem: `${own}, and ${daemon.words} ${oldRuntime}` }
            : { given: own, problem: `${label(daemon.container)} ${daemon.words}, ${oldRuntime}` }),
        requirement: "it must be set up for one of the two",
        remedy: `remove ${removable}, or remove ${other}`,
    };
}

/** Whether the daemon's own container says it, which is evidence as a whole. */
function isOfSidecar({ container, property }: Evidence): boolean {
    return property.path === container.path;
}

const whatToRemove: Readonly<Record<Runtime, string>> = {
    [Runtime.NeuronRtd]: "the sidecar",
    [Runtime.Libnrt]: "the devices",
    [Runtime.Managed]: "the resource requirement",
};

/** The devices that a container maps, in words; undefined where it is not known to map one. */
function devicesOf({ devices }: Container): string | undefined {
    if (devices === UNKNOWN) {
        return undefined;
    }
    const paths = devices.map(({ hostPath }) => hostPath).filter((path) => holds(path, isNeuronDevice) === true);
    const mapped = paths.map((path) => quoted(String(path)));
    return mapped.length === 0 ? undefined : `maps ${mapped.slice(0, 3).join(", ")}${mapped.length > 3 ? ", …" : ""}`;
}

function firstOfEach(evidence: readonly Evidence[]): readonly Evidence[] {
    return evidence.filter(
        (one, index) => evidence.findIndex(({ container }) => container === one.container) === index,
    );
}

/** @throws Undecided while devices of a container beside the daemon, or what its image is there for, are not known */
function requireKnownDevices(task: TaskDefinition): void {
    for (const container of containersOf(task)) {
        const { path, devices, image } = container;
        if (holds(image, isNeuronxImage) === true && workOf(container) === UNKNOWN) {
            throw new Undecided({ path: unknownArguments(container) });
        }
        if (devices === UNKNOWN || devices.some(({ hostPath }) => hostPath === UNKNOWN)) {
            throw new Undecided({ path: [...path, "linuxParameters", "devices"] });
        }
    }
}
