import fc from "fast-check";

/** How many examples a property is tried with: few while one works, 100 in `.ci/run`; more with PROPERTY_RUNS. */
export const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 25);

fc.configureGlobal({ numRuns });

/** Of what could be tried one by one, as large a part as the examples of a property are of 100. */
export function* partOf<T>(all: Iterable<T>, list: number): Iterable<T> {
    const every = Math.max(1, Math.round(100 / numRuns));
    let index = list;
    for (const one of all) {
        if (index++ % every === 0) {
            yield one;
        }
    }
}
