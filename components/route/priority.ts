import { createHash } from "node:crypto";
import { maxRulePriority } from "../../contract";

/** The requests that a route takes; without hosts or paths all. */
export interface Conditions {
    readonly hosts?: readonly string[] | undefined;
    readonly paths?: readonly string[] | undefined;
}

/** The first of the priorities that follow from names. Those below, and those after the last of them, are free. */
const first = 1001;
/** Priorities of routes that ask for as much. */
const band = 20_000;

/**
 * The priority of a route that is given none. It follows from the name, so that no route moves where another comes or
 * goes; and the more a route asks for, the earlier it stands, so that it is not hidden behind one that asks for less.
 */
export function priorityOf(name: string, conditions: Conditions): number {
    const asked = askedFor(conditions);
    if (asked === 0) {
        return maxRulePriority;
    }
    const hash = createHash("sha256").update(name).digest().readUInt32BE();
    return first + (2 - asked) * band + (hash % band);
}

/** How much a route asks for: hosts and paths, one of the two, or nothing. */
export function askedFor({ hosts, paths }: Conditions): 0 | 1 | 2 {
    return hosts === undefined && paths === undefined ? 0 : hosts === undefined || paths === undefined ? 1 : 2;
}
