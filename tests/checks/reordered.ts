/** Lists whose order means something: the words of a command line. */
const ordered = new Set(["entryPoint", "command"]);

/** The same definition with keys, containers and lists in another order, one for each seed. */
export function reordered(definition: unknown, seed: number): unknown {
    const shuffled = shuffler(seed);
    const visit = (value: unknown, key: string): unknown => {
        if (Array.isArray(value)) {
            const items = value.map((item) => visit(item, ""));
            return ordered.has(key) ? items : shuffled(items);
        }
        if (typeof value === "object" && value !== null) {
            return Object.fromEntries(shuffled(Object.entries(value)).map(([name, item]) => [name, visit(item, name)]));
        }
        return value;
    };
    return visit(definition, "");
}

/** Fisher and Yates' shuffle over a linear congruential generator, so that a seed gives the same order again. */
function shuffler(seed: number): <T>(items: readonly T[]) => T[] {
    let state = seed >>> 0;
    const below = (bound: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * bound);
    };
    return <T>(items: readonly T[]) => {
        const order = [...items];
        for (let last = order.length - 1; last > 0; last--) {
            const other = below(last + 1);
            [order[last], order[other]] = [order[other] as T, order[last] as T];
        }
        return order;
    };
}
