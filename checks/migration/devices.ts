import {
    allDevices,
    isKnownNeuronType,
    neuronDevicePath,
    neuronEnvironment,
    neuronInstances,
    parseVisibleDevices,
    visibleDevicesProblems,
    type NeuronInstanceType,
} from "../../contract";
import { known } from "../../ecs/known";
import { mappedDevices } from "../../ecs/task/cores";
import { settings } from "../../ecs/task/environment";
import { boundingInstanceType, ownTypes } from "../../ecs/task/member-of";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { isNoChoice } from "../fixes/visible-devices";
import { label, quoted } from "../phrasing/names";
import { sources } from "../rules/sources";
import { NotMigrated, type MigrationContext, type Step } from "./step";

const { visibleDevices } = neuronEnvironment;

/**
 * The indexes of the devices that the daemon drives: those that it is given, or all of the instance type.
 *
 * @throws Undecided, NotMigrated
 */
export function devicesOf(
    task: TaskDefinition,
    sidecar: Container,
    type: NeuronInstanceType | undefined,
): readonly number[] {
    const value = settings(sidecar, visibleDevices).at(-1)?.value ?? allDevices;
    const parsed = parseVisibleDevices(isNoChoice(value) ? allDevices : value);
    if ("problems" in parsed) {
        throw new NotMigrated(
            `${label(sidecar)} has ${visibleDevices} ${quoted(value)}: ${parsed.problems.join(", ")}`,
        );
    }
    if (parsed.devices === allDevices) {
        return Array.from({ length: type === undefined ? chipsOf(task) : neuronInstances[type].chips }, (_, at) => at);
    }
    const [problem] = visibleDevicesProblems(value, type ?? boundingInstanceType(task));
    if (problem !== undefined) {
        throw new NotMigrated(`${label(sidecar)} has ${visibleDevices} ${quoted(value)}, but ${problem}`);
    }
    return parsed.devices;
}

/** The chips of the types on which the task's placement constraints let it run. */
function chipsOf(task: TaskDefinition): number {
    const types = ownTypes(task) ?? [];
    const counts = new Set(types.map((type) => (isKnownNeuronType(type) ? neuronInstances[type].chips : undefined)));
    const [only] = counts;
    if (counts.size !== 1 || only === undefined) {
        throw new NotMigrated(
            `its daemon drives all chips of the instance, and ${
                types.length === 0 ? "nothing says which type that is" : `${types.join(", ")} have not as many`
            }: give --instance-type`,
        );
    }
    return only;
}

/**
 * The model containers map the devices, and may keep in memory what the chips read. @throws NotMigrated where one maps
 * devices already that the type does not have
 */
export function* mapDevices({ models, devices, type }: MigrationContext): Iterable<Step> {
    for (const model of models) {
        const linux = [...model.path, "linuxParameters"];
        const mapped = mappedDevices(model);
        const absent = type && mapped.find((index) => index >= neuronInstances[type].chips);
        if (absent !== undefined) {
            throw new NotMigrated(
                `${label(model)} maps ${neuronDevicePath(absent)}, which ${type ?? ""} does not have`,
            );
        }
        if (mapped.length > 0 && devices.some((index) => !mapped.includes(index))) {
            yield {
                text:
                    `${label(model)} maps ${mapped.map(neuronDevicePath).join(" and ")}, and the daemon drives ` +
                    `${devices.length} devices: map the others, too, if it needs them`,
                sources: [sources.neuronTaskDefinition],
            };
        } else if (mapped.length === 0) {
            const paths = devices.map(neuronDevicePath);
            yield {
                edits: paths.map((path) => ({
                    path: [...linux, "devices"],
                    value: { hostPath: path, containerPath: path, permissions: ["read", "write"] },
                    append: true,
                })),
                note: `${label(model)} now maps ${paths.length < 3 ? paths.join(" and ") : range(paths)}`,
            };
        }
        const add = [...linux, "capabilities", "add"];
        if (!known(model.addedCapabilities, add).includes("IPC_LOCK")) {
            yield {
                edits: [
                    { path: add, value: "IPC_LOCK", append: true },
                    // ECS stores both lists, and where one is left out, the AWS provider replaces the definition.
                    ...(model.hasDropList === false ? [{ path: [...linux, "capabilities", "drop"], value: [] }] : []),
                ],
                note: `${label(model)} now adds IPC_LOCK`,
            };
        }
    }
}

function range(paths: readonly string[]): string {
    return `${paths[0] ?? ""} to ${paths.at(-1) ?? ""}`;
}
