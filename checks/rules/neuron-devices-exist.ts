import { label, named, quoted } from "../phrasing/names";
import {
    allDevices,
    describeChips,
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
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { containersOf } from "../../ecs/task/containers";
import { mappedDevices } from "../../ecs/task/cores";
import { settings } from "../../ecs/task/environment";
import { rolesOf } from "../../ecs/task/roles";
import { typesWithRoom } from "../../ecs/task/task-fit";
import { knowsSize } from "../../ecs/task/task-size";
import { leastOffering, mostOffering } from "../../ecs/pool/offer";
import { boundingInstanceType } from "../../ecs/task/member-of";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const { visibleDevices: name } = neuronEnvironment;

export const neuronDevicesExist: Rule = {
    name: "neuron-devices-exist",
    summary:
        `The devices that ${name} names, or that a container maps, exist on every instance type on which a service ` +
        "may place the task.",
    severity: "high",
    level: "mandatory",
    why:
        "A list of devices fits a size, but the size is chosen elsewhere: by the service's placement constraint, or " +
        "by the launch template behind its capacity provider. On an instance with fewer chips the daemon fails, and " +
        "a container that maps a device which is not there does not start.",
    fix:
        `Set ${name} to ${allDevices} on the sidecar, map only devices that every instance has, or place the ` +
        "service's tasks on a size that has the devices.",
    sources: [sources.inferenceGuide, sources.inf1Sizes, sources.inf2Sizes, sources.trn1Sizes, sources.trn2Sizes],
    *perStarter(starter, stack) {
        const definition = taskOf(starter);
        if (definition === undefined) {
            return;
        }
        yield* inParts(
            ...[mappedIn, listsIn].map(
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
    const type =
        uses.length > 0 && fargateOf(starter) === undefined ? boundingType(starter, stack, definition) : undefined;
    if (type !== undefined) {
        const { chips } = neuronInstances[type];
        for (const { what, remedy } of uses.filter((use) => use.devices.some((device) => device >= chips))) {
            // What is not known of the size may leave no room on this type, but on another.
            if (placedTypes(starter, stack)?.types.length !== 1) {
                readingTask(definition, knowsSize);
            }
            yield {
                path: ["taskDefinition"],
                subject: starter.title,
                given: `may place tasks of ${named(definition.id)} on ${type}, which has ${describeChips(type)}`,
                problem: what,
                remedy: `${remedy}, or place the tasks on a size that has the devices`,
            };
        }
    }
}

/**
 * Of the types with room for the task that the stack launches for the service, the one with the fewest chips; where it
 * launches none, of those that the placement names the one with the most, because there may be no other.
 * @throws Undecided
 */
function boundingType(
    starter: TaskStarter,
    stack: Stack,
    definition: StackTaskDefinition,
): NeuronInstanceType | undefined {
    const placed = placedTypes(starter, stack);
    const types = placed && readingTask(definition, (task) => typesWithRoom(task, placed.types));
    return types && (placed.areLaunched ? leastOffering : mostOffering)(types, "chips");
}

/** What a container does with devices that it names by their index. */
interface DeviceUse {
    readonly devices: readonly number[];
    /** The container and its devices, and what to do about it, in words. */
    readonly what: string;
    readonly remedy: string;
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
        .map(({ sidecar, value, devices }) => ({
            devices,
            what: `${label(sidecar)} has ${name} ${quoted(value)}`,
            remedy: `set it to ${allDevices}`,
        }));
}

/** The devices that the containers map: of each container the last one tells whether all exist. */
function mappedIn(task: TaskDefinition): readonly DeviceUse[] {
    return containersOf(task).flatMap((container) => {
        const device = Math.max(-1, ...mappedDevices(container));
        const what = `${label(container)} maps /dev/neuron${device}`;
        return device === -1 ? [] : [{ devices: [device], what, remedy: "map fewer devices" }];
    });
}
