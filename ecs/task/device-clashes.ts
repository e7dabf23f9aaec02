import { inParts, known } from "../known";
import { isWatcher } from "./bystanders";
import { unknownArguments } from "./command-line";
import { containersOf } from "./containers";
import { coresOf, mappedDevices, mostCores } from "./cores";
import type { Setting } from "./environment";
import { endConditions, type Container, type TaskDefinition } from "./task-definition";

/** Two containers that map one device, and do not take different cores of it. */
export interface SharedDevice {
    readonly kind: "device";
    readonly container: Container;
    readonly other: Container;
    readonly device: number;
}

/** Containers that take more cores together than the devices that they map have at most. */
export interface TooManyCores {
    readonly kind: "cores";
    readonly container: Container;
    readonly others: readonly Container[];
    /** What says how many cores the container takes. */
    readonly setting: Setting;
    readonly cores: number;
    readonly devices: readonly number[];
    readonly most: number;
}

/** Containers of a task that want the same NeuronCores. */
export type DeviceClash = SharedDevice | TooManyCores;

/**
 * The containers that share a Neuron device without taking different cores of it, or more cores than it has; each is
 * told once. Those that never run at once share nothing.
 *
 * @param types the instance types on which the task may run; by default any
 * @throws Undecided after what is decided
 */
export function* deviceClashes(task: TaskDefinition, types?: readonly string[]): Iterable<DeviceClash> {
    const all = containersOf(task).filter((container) => isWatcher(container) !== true);
    yield* inParts(
        ...all.map(
            (container, index) =>
                function* () {
                    // The first is enough.
                    for (const clash of clashesOf(container, all.slice(0, index), types)) {
                        yield clash;
                        return;
                    }
                },
        ),
    );
}

function clashesOf(
    container: Container,
    before: readonly Container[],
    types: readonly string[] | undefined,
): Iterable<DeviceClash> {
    return mappedDevices(container).length === 0
        ? []
        : inParts(...before.map((other) => () => sameCores(container, other)), () =>
              tooManyCores(container, before, types),
          );
}

function* sameCores(container: Container, other: Container): Iterable<DeviceClash> {
    const device = sharedDevice(container, other);
    if (device !== undefined && !differ(other, container) && !isAwaited(other, container)) {
        [other, container].forEach(knowsPart);
        yield { kind: "device", container, other, device };
    }
}

/** @throws Undecided while a container may only watch, for all that its command tells */
function knowsPart(container: Container): void {
    known(isWatcher(container), unknownArguments(container));
}

function* tooManyCores(
    container: Container,
    before: readonly Container[],
    types: readonly string[] | undefined,
): Iterable<DeviceClash> {
    const own = coresOf(container);
    const together = before.reduce<readonly Container[]>(
        (group, other) =>
            sharedDevice(container, other) !== undefined && !group.some((one) => isAwaited(one, other))
                ? [...group, other]
                : group,
        [container],
    );
    const devices = [...new Set(together.flatMap((one) => mappedDevices(one)))];
    const cores = together.reduce((sum, one) => sum + (coresOf(one)?.count ?? 0), 0);
    const most = mostCores(devices, types);
    // Stryker disable next-line ConditionalExpression,BlockStatement: one that takes all cores clashes before
    if (own === undefined) {
        return;
    }
    if (together.length > 1 && cores > most) {
        const [, ...others] = together;
        together.forEach(knowsPart);
        yield { kind: "cores", container, others, setting: own.setting, cores, devices, most };
    }
}

/** The first of a container's devices that another one maps too. */
function sharedDevice(container: Container, other: Container): number | undefined {
    const devices = mappedDevices(other);
    return mappedDevices(container).find((device) => devices.includes(device));
}

/** Whether each restricts itself, and to no core that the other names. */
function differ(one: Container, other: Container): boolean {
    const [cores, others] = [coresOf(one), coresOf(other)];
    if (cores === undefined || others === undefined) {
        return false;
    }
    return cores.indexes?.some((core) => others.indexes?.includes(core)) !== true;
}

/** Whether one waits for the end of the other. */
function isAwaited(one: Container, other: Container): boolean {
    const waits = ({ dependsOn, path }: Container, awaited: Container) => {
        const at = [...path, "dependsOn"];
        return known(dependsOn, at).some(
            ({ containerName, condition }) =>
                known(containerName, at) === known(awaited.name, awaited.path, "name") &&
                endConditions.includes(known(condition, at)),
        );
    };
    return waits(one, other) || waits(other, one);
}
