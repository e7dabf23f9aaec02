/** Stands for a value that exists, but is not known until the update: an output of a resource that is not there yet. */
export const UNKNOWN = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** A value that may be known only later. */
export type Known<T> = T | Unknown;

/** A rule touched a value that is not known: what it was about to say cannot be said yet. */
export class Undecided extends Error {
    constructor(readonly path: string) {
        super(`${path} is not known yet`);
    }
}

/** The value, if it is known. @throws Undecided otherwise */
export function known<T>(value: Known<T>, path: string): T {
    if (value === UNKNOWN) {
        throw new Undecided(path);
    }
    return value;
}
