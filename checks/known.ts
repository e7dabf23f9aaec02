import { UNKNOWN, type Known } from "../contract/known";

export { all, any, anyOf, holds, not, UNKNOWN, type Known } from "../contract/known";

/** A rule touched a value that is not known: what it was about to say cannot be said yet. */
export class Undecided extends Error {
    /** The values, each by its path. */
    readonly paths: readonly string[];

    constructor(
        readonly path: string,
        ...more: readonly string[]
    ) {
        super(`${path} is not known yet`);
        this.paths = [path, ...more];
    }
}

/**
 * What parts give, one after the other: a part that touches a value that is not known ends there, and hides nothing of
 * the others. @throws Undecided after all of them, with every such path
 */
export function* inParts<T>(...parts: readonly (() => Iterable<T> | undefined)[]): Iterable<T> {
    const open: string[] = [];
    for (const part of parts) {
        try {
            yield* part() ?? [];
        } catch (error) {
            if (!(error instanceof Undecided)) {
                throw error;
            }
            open.push(...error.paths);
        }
    }
    const [first, ...more] = new Set(open);
    if (first !== undefined) {
        throw new Undecided(first, ...more);
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

/** The value, if it is known. @throws Undecided otherwise */
export function known<T>(value: Known<T>, path: string): T {
    if (value === UNKNOWN) {
        throw new Undecided(path);
    }
    return value;
}
