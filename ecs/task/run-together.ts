import { known, UNKNOWN, type Known } from "../known";
import { endConditions, type Container, type Dependency } from "./task-definition";

/** Whether two containers of a task may run at once: neither starts after the end of the other. @throws Undecided */
export function runTogether(one: Container, other: Container, all: readonly Container[]): boolean {
    return !startsAfterEnd(one, other, all, new Set()) && !startsAfterEnd(other, one, all, new Set());
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
        (next) => !seen.has(next) && dependencies.some(({ containerName }) => mayBe(next, containerName, all)),
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
