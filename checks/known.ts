import { UNKNOWN, type Known } from "../contract/known";

export { all, any, anyOf, holds, not, UNKNOWN, type Known } from "../contract/known";

/** A rule touched a value that is not known: what it was about to say cannot be said yet. */
export class Undecided extends Error {
    constructor(readonly path: string) {
        super(`${path} is not known yet`);
    }
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

/** The value, if it is known. @throws Undecided otherwise */
export function known<T>(value: Known<T>, path: string): T {
    if (value === UNKNOWN) {
        throw new Undecided(path);
    }
    return value;
}
