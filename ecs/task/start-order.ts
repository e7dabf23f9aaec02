import { known, UNKNOWN, Undecided, type Known } from "../known";
import { memoOfTwo } from "../memo";
import type { Path } from "../path";
import { containersOf } from "./containers";
import type { Container, TaskDefinition } from "./task-definition";

/** What a container waits for before it starts. */
export interface Wait {
    /** The item of `dependsOn`. */
    readonly path: Path;
    readonly name: Known<string>;
    readonly condition: Known<string>;
    /** The container of that name; undefined where the task has none. */
    readonly awaited: Known<Container> | undefined;
}

/** What a container waits for, as far as its dependencies are known. */
export const waitsOf = memoOfTwo((task: TaskDefinition, container: Container): readonly Wait[] => {
    const { dependsOn, path } = container;
    const containers = containersOf(task);
    const absent = containers.some(({ name }) => name === UNKNOWN) ? UNKNOWN : undefined;
    return (dependsOn === UNKNOWN ? [] : dependsOn).map(({ containerName, condition }, index) => ({
        path: [...path, "dependsOn", index],
        name: containerName,
        condition,
        awaited:
            containerName === UNKNOWN ? UNKNOWN : (containers.find(({ name }) => name === containerName) ?? absent),
    }));
});

/** Whether one container certainly waits for another, perhaps through others. */
export function waitsFor(task: TaskDefinition, container: Container, other: Container): boolean {
    return awaitedThrough(task, container).has(other);
}

/**
 * Whether a container waits for the one of a name, perhaps through others. @throws Undecided while that depends on what
 * is not known
 */
export function startsAfter(task: TaskDefinition, container: Container, name: string): boolean {
    const awaited = [...awaitedThrough(task, container)];
    const isFound = awaited.some((one) => one.name === name);
    if (!isFound) {
        [container, ...awaited].forEach((one) => throwWhereUnknown(task, one));
    }
    return isFound;
}

type Chain = readonly [Container, ...Container[]];

/**
 * Containers that wait for each other, the first also for the last; undefined where there are none. @throws Undecided
 * while there may be some
 */
export function waitingCircle(task: TaskDefinition): Chain | undefined {
    const containers = containersOf(task);
    const circle = containers.map((container) => circleFrom(task, [container])).find((one) => one !== undefined);
    if (circle === undefined) {
        containers.forEach((container) => throwWhereUnknown(task, container));
    }
    return circle;
}

/**
 * Where the paths from a container lead back into themselves.
 *
 * @param chain the container, then the one that waits for it, and so on
 */
function circleFrom(task: TaskDefinition, chain: Chain): Chain | undefined {
    const [container, ...before] = chain;
    const at = before.indexOf(container);
    if (at !== -1) {
        return [container, ...before.slice(0, at).reverse()];
    }
    for (const next of awaitedBy(task, container)) {
        const circle = circleFrom(task, [next, ...chain]);
        if (circle !== undefined) {
            return circle;
        }
    }
    return undefined;
}

/** The containers for which one certainly waits, through others too. */
function awaitedThrough(task: TaskDefinition, container: Container): ReadonlySet<Container> {
    const awaited = new Set<Container>();
    const next = [container];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
        for (const other of awaitedBy(task, one).filter((found) => !awaited.has(found))) {
            awaited.add(other);
            next.push(other);
        }
    }
    return awaited;
}

function awaitedBy(task: TaskDefinition, container: Container): readonly Container[] {
    return waitsOf(task, container)
        .map(({ awaited }) => awaited)
        .filter((one): one is Container => one !== undefined && one !== UNKNOWN);
}

/** A dependency that is not known may be on any container, and one on a name that none has on any without one. */
function throwWhereUnknown(task: TaskDefinition, container: Container): void {
    const list = [...container.path, "dependsOn"];
    known(container.dependsOn, list);
    const waits = waitsOf(task, container);
    waits.forEach(({ name }) => known(name, list));
    const nameless = containersOf(task).find(({ name }) => name === UNKNOWN);
    if (nameless !== undefined && waits.some(({ awaited }) => awaited === UNKNOWN)) {
        throw new Undecided({ path: [...nameless.path, "name"] });
    }
}
