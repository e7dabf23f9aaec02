/**
 * A function of one object that is computed once for each; what it throws is kept too.
 *
 * @param keyOf the object under which the result is kept, where that is not the argument itself
 */
export function memo<S extends object, T>(
    derive: (subject: S) => T,
    keyOf: (subject: S) => object = (subject) => subject,
): (subject: S) => T {
    return (subject) => {
        const outcomes = outcomesOf(keyOf(subject));
        let outcome = outcomes.get(derive) as Outcome<T> | undefined;
        if (outcome === undefined) {
            outcome = outcomeOf(() => derive(subject));
            outcomes.set(derive, outcome);
        }
        if ("error" in outcome) {
            throw outcome.error;
        }
        return outcome.value;
    };
}

/** The same for a function of two objects. */
export function memoOfTwo<A extends object, B extends object, T>(derive: (a: A, b: B) => T): (a: A, b: B) => T {
    const ofFirst = memo((a: A) => memo((b: B) => derive(a, b)));
    return (a, b) => ofFirst(a)(b);
}

/** A function of a text that is kept for the last one: several parts of a rule ask of the same. */
export function memoOfLast<T>(derive: (text: string) => T): (text: string) => T {
    let last: { readonly text: string; readonly value: T } | undefined;
    return (text) => {
        last = last?.text === text ? last : { text, value: derive(text) };
        return last.value;
    };
}

const kept = Symbol("what was derived");

/** The results under an object. They are in it, but hidden: a weak map of so many objects slows the collector down. */
function outcomesOf(key: { [kept]?: Map<unknown, Outcome<unknown>> }): Map<unknown, Outcome<unknown>> {
    const outcomes = key[kept] ?? new Map<unknown, Outcome<unknown>>();
    if (key[kept] === undefined) {
        Object.defineProperty(key, kept, { value: outcomes });
    }
    return outcomes;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

function outcomeOf<T>(derive: () => T): Outcome<T> {
    try {
        return { value: derive() };
    } catch (error) {
        return { error };
    }
}
