import { label, named, quoted } from "../phrasing/names";
import {
    allDevices,
    describeChips,
    isKnownNeuronType,
    neuronEnvironment,
    neuronInstances,
    parseVisibleDevices,
    visibleDevicesProblems,
    type NeuronInstanceType,
} from "../../contract";
import { inParts } from "../../ecs/known";
import { fargateOf, readingTask, taskOf } from "../stack/inference-starter";
import type { Stack } from "../stack/stack";
import type { TaskStarter, StackTaskDefinition } from "../stack/stack-resources";
import { placedTypes } from "../stack/starter-placement";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { isWatcher } from "../../ecs/task/bystanders";
import { containersOf } from "../../ecs/task/containers";
import { coresOf, mappedDevices, missingCores, type MissingCores } from "../../ecs/task/cores";
import { settings } from "../../ecs/task/environment";
import { rolesOf } from "../../ecs/task/roles";
import { typesThatFit } from "../../ecs/task/task-fit";
import { knowsSize } from "../../ecs/task/task-size";
import { smallestType, largestType } from "../../ecs/pool/offer";
import { boundingInstanceType, ownTypes } from "../../ecs/task/member-of";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const { visibleDevices: name } = neuronEnvironment;

export const neuronDevicesExist: Rule = {
    name: "neuron-devices-exist",
    summary:
        `The devices that ${name} names, or that a container maps, and the cores that it takes of these, exist on ` +
        "every instance type on which a service may place the task.",
    severity: "high",
    level: "mandatory",
    why:
        "A list of devices fits a size, but the size is chosen elsewhere: by the service's placement constraint, or " +
        "by the launch template behind its capacity provider. On an instance with fewer chips the daemon fails, and " +
        "a container that maps a device which is not there does not start. One that names cores which its devices " +
        "do not have there gets none.",
    fix:
        `Set ${name} to ${allDevices} on the sidecar, map only devices and name only cores that every instance ` +
        "has, or place the service's tasks on a size that has them.",
    sources: [sources.inferenceGuide, sources.inf1Sizes, sources.inf2Sizes, sources.trn1Sizes, sources.trn2Sizes],
    *perStarter(starter, stack) {
        const definition = taskOf(starter);
        if (definition === undefined) {
            return;
        }
        yield* inParts(
            ...[mappedIn, listsIn, coresIn].map(
                (usesIn) => () => missingDevices(starter, stack, definition, readingTask(definition, usesIn)),
            ),
        );
    },
};

function* missingDevices(
    starter: TaskStarter,
    stack: Stack,
    definition: StackTaskDefinition,
    uses: readonly DeviceUse[],
): Iterable<Violation> {
    if (uses.length === 0 || fargateOf(starter) !== undefined) {
        return;
    }
    const placed = placedTypes(starter, stack);
    const types = placed && readingTask(definition, (task) => typesThatFit(task, placed.types));
    if (placed === undefined || types === undefined || !types.every(isKnownNeuronType)) {
        return;
    }
    const { areLaunched } = placed;
    for (const { isMissingOn, whatOn, remedy } of uses) {
        const missing = types.filter((type) => readingTask(definition, () => isMissingOn(type)));
        const type = (areLaunched ? smallestType : largestType)(missing, "chips");
        // Where only the placement names types, there may be none but one that has them.
        if (type !== undefined && (areLaunched || missing.length === types.length)) {
            // What is not known of the size may leave no room on this type, but on another.
            if (placed.types.length !== 1) {
                readingTask(definition, knowsSize);
            }
            yield {
                path: ["taskDefinition"],
                subject: starter.title,
                given: `may place tasks of ${named(definition.id)} on ${type}, which has ${describeChips(type)}`,
                problem: whatOn(type),
                remedy,
            };
        }
    }
}

/** What a container does with devices, or with cores of them. */
interface DeviceUse {
    readonly isMissingOn: (type: NeuronInstanceType) => boolean;
    /** The container and what it uses, in words. */
    readonly whatOn: (type: NeuronInstanceType) => string;
    readonly remedy: string;
}

const onOtherSize = "or place the tasks on a size that has the devices";

function ofDevices(devices: readonly number[], what: string, remedy: string): DeviceUse {
    return {
        isMissingOn: (type) => devices.some((device) => device >= neuronInstances[type].chips),
        whatOn: () => what,
        remedy: `${remedy}, ${onOtherSize}`,
    };
}

/** The lists of the sidecars, without those that the definition alone shows to be wrong. */
function listsIn(task: TaskDefinition): readonly DeviceUse[] {
    const lists = rolesOf(task).sidecars.flatMap((sidecar) =>
        settings(sidecar, name).flatMap(({ value }) => {
            const parsed = parseVisibleDevices(value);
            return "devices" in parsed && parsed.devices !== allDevices
                ? [{ sidecar, value, devices: parsed.devices }]
                : [];
        }),
    );
    return lists
        .filter(({ value }) => visibleDevicesProblems(value, boundingInstanceType(task)).length === 0)
        .map(({ sidecar, value, devices }) =>
            ofDevices(devices, `${label(sidecar)} has ${name} ${quoted(value)}`, `set it to ${allDevices}`),
        );
}

/** The devices that the containers map: of each container the last one tells whether all exist. */
function mappedIn(task: TaskDefinition): readonly DeviceUse[] {
    return containersOf(task).flatMap((container) => {
        const device = Math.max(-1, ...mappedDevices(container));
        const what = `${label(container)} maps /dev/neuron${device}`;
        return device === -1 ? [] : [ofDevices([device], what, "map fewer devices")];
    });
}

/** The cores that containers take of the devices that they map, without those that the definition alone shows. */
function coresIn(task: TaskDefinition): readonly DeviceUse[] {
    const isToldAlready = (container: Container) => missingCores(container, ownTypes(task)) !== undefined;
    return containersOf(task)
        .filter((container) => mappedDevices(container).length > 0 && isWatcher(container) !== true)
        .filter((container) => coresOf(container) !== undefined && !isToldAlready(container))
        .map((container) => ({
            isMissingOn: (type) => missingCores(container, [type]) !== undefined,
            whatOn: (type) => wordsOf(container, missingCores(container, [type])),
            remedy: "name fewer, or place the tasks on a type whose devices have them",
        }));
}

function wordsOf(container: Container, missing: MissingCores | undefined): string {
    const { setting, devices = 0, available = 0 } = missing ?? {};
    const has = `${label(container)} has ${setting?.variable} ${quoted(setting?.value ?? "")}`;
    const those = devices === 1 ? "the device that it maps has" : `the ${devices} devices that it maps have`;
    return `${has}, and ${those} at most ${available} cores there`;
}
