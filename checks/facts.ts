type Kept = { readonly value: unknown } | { readonly error: unknown };

/** Keeps what was derived from one thing, so that each rule that asks gets the same answer and none derives it anew. */
export class Facts {
    readonly #kept = new Map<object, Kept>();

    /** @param key what is derived: the same key always goes with the same derivation */
    of<T>(key: object, derive: () => T): T {
        let kept = this.#kept.get(key);
        if (kept === undefined) {
            kept = outcome(derive);
            this.#kept.set(key, kept);
        }
        if ("error" in kept) {
            throw kept.error;
        }
        return kept.value as T;
    }
}

/** What facts can be kept with. */
export interface HasFacts {
    readonly facts: Facts;
}

/** A function of one thing that is computed once for each; also what it throws is kept. */
export function fact<S extends HasFacts, T>(derive: (subject: S) => T): (subject: S) => T {
    return (subject) => subject.facts.of(derive, () => derive(subject));
}

/** The same for a part of a whole, which is a part of no other whole. */
export function factOfPart<W, P extends HasFacts, T>(derive: (whole: W, part: P) => T): (whole: W, part: P) => T {
    return (whole, part) => part.facts.of(derive, () => derive(whole, part));
}

function outcome(derive: () => unknown): Kept {
    try {
        return { value: derive() };
    } catch (error) {
        return { error };
    }
}
