import { UNKNOWN } from "../../ecs/known";
import { suggestion } from "../../ecs/nearest-name";
import { GivenResource } from "./given-resource";
import { describe, type Problems } from "./problems";

/**
 * Judges a value that is given and known, and adds every problem of it with its path. What it holds that is not known
 * yet is passed over, so that the same check runs first on the plain arguments and again when outputs are known.
 */
export type Check = (value: unknown, path: string, problems: Problems) => void;

/** A member of an object, and how to give it. */
export interface Member {
    readonly check: Check;
    readonly fix: string;
    readonly isRequired: boolean;
}

/** The check of each member of an object: one entry for each argument; other arguments are refused. */
export type Fields<T> = { readonly [Key in keyof T]-?: Check | Member };

export function required(check: Check, fix: string): Member {
    return { check, fix, isRequired: true };
}

export function optional(member: Member): Member {
    return { ...member, isRequired: false };
}

/** Members that the component sets itself, each with the reason and what to give in its place. */
export type Owned = Readonly<Record<string, string>>;

/**
 * Judges an object of the component's own by its members; what it does not know is refused.
 *
 * @param what in words, for the message about a value that is no object: `a pool`.
 */
export function object<T>(what: string, fields: Fields<T>, owned: Owned = {}): Check {
    return byMembers(what, fields, owned, false);
}

/**
 * Judges a structure of AWS's, to which AWS may add what this version does not know: such a member is passed on
 * unchecked, with a warning, unless its name is so near to a known one that it is that one misspelt.
 *
 * @param what in words: `a port mapping`.
 */
export function awsObject<T>(what: string, fields: Fields<T>, owned: Owned = {}): Check {
    return byMembers(what, fields, owned, true);
}

function byMembers<T>(what: string, fields: Fields<T>, owned: Owned, mayGrow: boolean): Check {
    const members = Object.entries<Check | Member>(fields);
    const names = [...Object.keys(fields), ...Object.keys(owned)];
    return (value, path, problems) => {
        if (!isMap(value)) {
            problems.add(path, `is ${describe(value)}, but must be ${what}, an object`);
            return;
        }
        for (const [name, member] of Object.entries(value)) {
            const at = memberPath(path, name);
            const reason = Object.hasOwn(owned, name) ? owned[name] : undefined;
            if (member === undefined || (reason === undefined && Object.hasOwn(fields, name))) {
                continue;
            }
            if (reason !== undefined) {
                problems.add(at, `must not be given: ${reason}`);
                continue;
            }
            const meant = suggestion(name, names);
            if (mayGrow && meant === "" && !(member instanceof GivenResource)) {
                problems.pass(at, what);
            } else {
                problems.add(at, `is not an argument of ${what}${meant}; leave it out`);
            }
        }
        for (const [name, field] of members) {
            judge(field, value[name], memberPath(path, name), problems);
        }
    };
}

/** Judges a list: each item, and how many there are. */
export function list(item: Check, requirement: string, least = 1): Check {
    return (value, path, problems) => {
        if (!Array.isArray(value)) {
            problems.add(path, `is ${describe(value)}, but must be ${requirement}`);
        } else if (value.length < least) {
            problems.add(path, `is empty, but must be ${requirement}`);
        } else {
            (value as unknown[]).forEach((one, index) => {
                judge(required(item, "give it, or leave the item out"), one, `${path}[${index}]`, problems);
            });
        }
    };
}

/** Checks an object whose names are the user's. */
export function map(item: Check, requirement: string): Check {
    return (value, path, problems) => {
        if (!isMap(value)) {
            problems.add(path, `is ${describe(value)}, but must be ${requirement}`);
            return;
        }
        for (const [name, one] of Object.entries(value)) {
            judge(item, one, memberPath(path, name), problems);
        }
    };
}

/** Judges by several checks. */
export function every(...checks: readonly Check[]): Check {
    return (value, path, problems) => checks.forEach((check) => check(value, path, problems));
}

function judge(field: Check | Member, value: unknown, path: string, problems: Problems): void {
    if (value === UNKNOWN) {
        return;
    }
    if (value === undefined || value === null) {
        if (typeof field !== "function" && field.isRequired) {
            problems.add(path, `is missing; ${field.fix}`);
        }
        return;
    }
    const [check, fix] = typeof field === "function" ? [field] : [field.check, field.fix];
    if (value instanceof GivenResource) {
        problems.add(path, value.problem(path, fix));
        return;
    }
    check(value, path, problems);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The path of a member of what stands at a path. */
export function memberPath(path: string, name: string): string {
    return path === "" ? name : `${path}.${name}`;
}
