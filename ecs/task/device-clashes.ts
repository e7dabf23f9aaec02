import { inParts, known, not, type Known } from "../known";
import { isWatcher } from "./bystanders";
import { unknownArguments } from "./command-line";
import { containersOf } from "./containers";
import { coresOf, mappedDevices, maxCores } from "./cores";
import type { KnownVariable } from "./environment";
import { runTogether } from "./run-together";
import type { Container, TaskDefinition } from "./task-definition";

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
    readonly setting: KnownVariable;
    readonly cores: number;
    readonly devices: readonly number[];
    readonly available: number;
}

/** Containers of a task that want the same NeuronCores. */
export type DeviceClash = SharedDevice | TooManyCores;

/** What is asked of the containers of one task. */
interface Question {
    readonly all: readonly Container[];
    /** The instance types on which the task may run; undefined for any. */
    readonly types: readonly string[] | undefined;
    /** Whether a container takes cores of the devices that it maps. */
    readonly takesCores: (container: Container) => Known<boolean>;
}

/**
 * The containers that share a Neuron device without taking different cores of it, or more cores than it has; each is
 * reported once. Those that never run at once share nothing.
 *
 * @param types the instance types on which the task may run; by default any
 * @param takesCores whether a container takes cores of its devices; by default unless it only watches
 * @throws Undecided after what is decided
 */
export function* deviceClashes(
    task: TaskDefinition,
    types?: readonly string[],
    takesCores: Question["takesCores"] = (container) => not(isWatcher(container)),
): Iterable<DeviceClash> {
    const all = containersOf(task);
    const users = all.filter((container) => takesCores(container) !== false);
    yield* inParts(
        ...users.map(
            (container, index) =>
                function* () {
                    // The first is enough.
                    for (const clash of clashesOf(container, users.slice(0, index), { all, types, takesCores })) {
                        yield clash;
                        return;
                    }
                },
        ),
    );
}

function clashesOf(container: Container, before: readonly Container[], question: Question): Iterable<DeviceClash> {
    return mappedDevices(container).length === 0
        ? []
        : inParts(...before.map((other) => () => sameCores(container, other, question)), () =>
              tooManyCores(container, before, question),
          );
}

function* sameCores(container: Container, other: Container, question: Question): Iterable<DeviceClash> {
    const device = sharedDevice(container, other);
    if (device !== undefined && !differ(other, container) && runTogether(other, container, question.all)) {
        [other, container].forEach((one) => knowsPart(one, question));
        yield { kind: "device", container, other, device };
    }
}

/** @throws Undecided while a container may only watch, for all that its command tells */
function knowsPart(container: Container, { takesCores }: Question): void {
    known(takesCores(container), unknownArguments(container));
}

function* tooManyCores(container: Container, before: readonly Container[], question: Question): Iterable<DeviceClash> {
    const { all, types } = question;
    const own = coresOf(container);
    const together = before.reduce<readonly Container[]>(
        (group, other) =>
            sharedDevice(container, other) !== undefined && group.every((one) => runTogether(one, other, all))
                ? [...group, other]
                : group,
        [container],
    );
    const devices = [...new Set(together.flatMap((one) => mappedDevices(one)))];
    const cores = together.reduce((sum, one) => sum + (coresOf(one)?.count ?? 0), 0);
    const available = maxCores(devices, types, together);
    // Stryker disable next-line ConditionalExpression,BlockStatement: one that takes all cores clashes before
    if (own === undefined) {
        return;
    }
    if (together.length > 1 && cores > available) {
        const [, ...others] = together;
        together.forEach((one) => knowsPart(one, question));
        yield { kind: "cores", container, others, setting: own.setting, cores, devices, available };
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
