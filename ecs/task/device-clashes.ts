import { inParts, known, UNKNOWN, type Known } from "../known";
import { isWatcher } from "./bystanders";
import { unknownArguments } from "./command-line";
import { containersOf } from "./containers";
import { coresOf, mappedDevices, mostCores } from "./cores";
import type { Setting } from "./environment";
import { endConditions, type Container, type Dependency, type TaskDefinition } from "./task-definition";

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
    const all = containersOf(task);
    const users = all.filter((container) => isWatcher(container) !== true);
    const runTogether = (one: Container, other: Container) => !isAwaited(one, other, all);
    yield* inParts(
        ...users.map(
            (container, index) =>
                function* () {
                    // The first is enough.
                    for (const clash of clashesOf(container, users.slice(0, index), runTogether, types)) {
                        yield clash;
                        return;
                    }
                },
        ),
    );
}

type RunTogether = (one: Container, other: Container) => boolean;

function clashesOf(
    container: Container,
    before: readonly Container[],
    runTogether: RunTogether,
    types: readonly string[] | undefined,
): Iterable<DeviceClash> {
    return mappedDevices(container).length === 0
        ? []
        : inParts(...before.map((other) => () => sameCores(container, other, runTogether)), () =>
              tooManyCores(container, before, runTogether, types),
          );
}

function* sameCores(container: Container, other: Container, runTogether: RunTogether): Iterable<DeviceClash> {
    const device = sharedDevice(container, other);
    if (device !== undefined && !differ(other, container) && runTogether(other, container)) {
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
    runTogether: RunTogether,
    types: readonly string[] | undefined,
): Iterable<DeviceClash> {
    const own = coresOf(container);
    const together = before.reduce<readonly Container[]>(
        (group, other) =>
            sharedDevice(container, other) !== undefined && group.every((one) => runTogether(one, other))
                ? [...group, other]
                : group,
        [container],
    );
    const devices = [...new Set(together.flatMap((one) => mappedDevices(one)))];
    const cores = together.reduce((sum, one) => sum + (coresOf(one)?.count ?? 0), 0);
    const most = mostCores(devices, types, together);
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

/** Whether one starts only after the other has ended. @throws Undecided */
function isAwaited(one: Container, other: Container, all: readonly Container[]): boolean {
    return startsAfterEnd(one, other, all, new Set()) || startsAfterEnd(other, one, all, new Set());
}

/** Whether a container waits for the end of another, or for one that does, in whatever number of steps. */
function startsAfterEnd(
    { dependsOn, path }: Container,
    awaited: Container,
    all: readonly Container[],
    seen: Set<unknown>,
): boolean {
    const at = [...path, "dependsOn"];
    const name = known(awaited.name, awaited.path, "name");
    const dependencies = known(dependsOn, at);
    const isEnd = ({ containerName, condition }: Dependency) =>
        known(containerName, at) === name && endConditions.includes(known(condition, at));
    const steps = all.filter(
        (next) =>
            next !== awaited &&
            !seen.has(next) &&
            dependencies.some(({ containerName }) => mayBe(next, containerName, all)),
    );
    return (
        dependencies.some(isEnd) ||
        steps.some(
            (next) =>
                startsAfterEnd(next, awaited, all, seen.add(next)) && known(next.name, next.path, "name") !== undefined,
        )
    );
}

/** Whether a container has a name; one whose own is not known may have it, where no other has. */
function mayBe({ name }: Container, wanted: Known<string>, all: readonly Container[]): boolean {
    return name === wanted || (name === UNKNOWN && all.every((one) => one.name !== wanted));
}
