/** Keeps what was derived from one thing, so that each rule that asks gets the same answer and none derives it anew. */
export class Facts {
    // Few facts are asked of one thing: two lists are made and searched faster than a map.
    readonly #keys: object[] = [];
    readonly #kept: Kept[] = [];

    /** What a function derives of one thing, or of two; it is the key under which that is kept. */
    of<One, Other, T>(derive: (one: One, other: Other) => T, one: One, other: Other): T {
        const at = this.#keys.indexOf(derive);
        const kept = at === -1 ? this.keep(derive, outcome(derive, one, other)) : this.#kept[at];
        if (kept instanceof Thrown) {
            throw kept.error;
        }
        return kept as T;
    }

    private keep(key: object, kept: Kept): Kept {
        this.#keys.push(key);
        this.#kept.push(kept);
        return kept;
    }
}

/** A value, or an error in its place. */
type Kept = unknown;

class Thrown {
    constructor(readonly error: unknown) {}
}

function outcome<One, Other>(derive: (one: One, other: Other) => unknown, one: One, other: Other): Kept {
    try {
        return derive(one, other);
    } catch (error) {
        return new Thrown(error);
    }
}

/** What facts can be kept with. */
export interface HasFacts {
    readonly facts: Facts;
}

/** A function of one thing that is computed once for each; also what it throws is kept. */
export function fact<S extends HasFacts, T>(derive: (subject: S) => T): (subject: S) => T {
    return (subject) => subject.facts.of(derive, subject, undefined);
}

/** The same for a part of a whole, which is a part of no other whole. */
export function factOfPart<W, P extends HasFacts, T>(derive: (whole: W, part: P) => T): (whole: W, part: P) => T {
    return (whole, part) => part.facts.of(derive, whole, part);
}
