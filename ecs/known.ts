import type { Path, Property } from "./path";

/** Stands for a value that exists, but is not known until the update: an output of a resource that is not there yet. */
export const UNKNOWN = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** A value that may be known only later. */
export type Known<T> = T | Unknown;

/** The answers of a logic with three values: what is not known decides nothing, and hides nothing that is decided. */
export function not(answer: Known<boolean>): Known<boolean> {
    return answer === UNKNOWN ? UNKNOWN : !answer;
}

/** Whether one is true: unknown only when none is, and one may be. */
export function any(answers: readonly Known<boolean>[]): Known<boolean> {
    return answers.includes(true) ? true : answers.includes(UNKNOWN) ? UNKNOWN : false;
}

/** Whether all are true: unknown only when none is false, and one may be. */
export function all(answers: readonly Known<boolean>[]): Known<boolean> {
    return answers.includes(false) ? false : answers.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether a value passes a test; an absent one does not. */
export function holds<T>(value: Known<T> | undefined, test: (value: T) => boolean): Known<boolean> {
    return value === UNKNOWN ? UNKNOWN : value === undefined ? false : test(value);
}

/** Whether an item of a list passes a test. */
export function anyOf<T>(values: Known<readonly T[]>, test: (value: T) => Known<boolean>): Known<boolean> {
    return values === UNKNOWN ? UNKNOWN : any(values.map(test));
}

/** A rule touched a value that is not known: what it was about to say cannot be said yet. */
export class Undecided extends Error {
    readonly values: readonly Property[];

    constructor(...values: readonly Property[]) {
        super("a value is not known yet");
        this.values = values;
    }
}

/** Properties, each once. */
export function distinct(values: Iterable<Property>): readonly Property[] {
    const found = new Map<string, Property>();
    for (const value of values) {
        const key = JSON.stringify([value.path, value.owner]);
        found.set(key, found.get(key) ?? value);
    }
    return [...found.values()];
}

/**
 * What parts give, one after the other: a part that touches a value that is not known ends there, and hides nothing of
 * the others. @throws Undecided after all of them, with every such path
 */
export function* inParts<T>(...parts: readonly (() => Iterable<T> | undefined)[]): Iterable<T> {
    const undecided: Property[] = [];
    for (const part of parts) {
        try {
            yield* part() ?? [];
        } catch (error) {
            if (!(error instanceof Undecided)) {
                throw error;
            }
            undecided.push(...error.values);
        }
    }
    if (undecided.length > 0) {
        throw new Undecided(...distinct(undecided));
    }
}

/** What a part gives before it touches a value that is not known. */
export function decided<T>(part: () => Iterable<T>): readonly T[] {
    const found: T[] = [];
    whenKnown(() => {
        for (const one of part()) {
            found.push(one);
        }
    });
    return found;
}

/** What a part gives; unknown where it touches a value that is not. */
export function whenKnown<T>(part: () => T): Known<T> {
    try {
        return part();
    } catch (error) {
        if (error instanceof Undecided) {
            return UNKNOWN;
        }
        throw error;
    }
}

/** The value, if it is known. @param more further steps of its path, which is put together only where it is told */
export function known<T>(value: Known<T>, path: Path, ...more: Path): T {
    if (value === UNKNOWN) {
        throw new Undecided({ path: [...path, ...more] });
    }
    return value;
}
