/**
 * How long several runs of each take, in milliseconds. They take turns, so that a slow minute of the machine is no
 * figure of one of them.
 */
export async function timesOf<Name extends string>(
    runs: number,
    ways: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, readonly number[]>> {
    const all = Object.entries<() => unknown>(ways).map(([name, run]) => ({ name, run, times: [] as number[] }));
    for (let round = 0; round < runs; round++) {
        for (const one of all) {
            const start = process.hrtime.bigint();
            await one.run();
            one.times.push(Number(process.hrtime.bigint() - start) / 1e6);
        }
    }
    return Object.fromEntries<readonly number[]>(all.map(({ name, times }) => [name, times])) as Record<
        Name,
        readonly number[]
    >;
}

/** The fastest of several runs of each: what else the machine does only makes a run slower. */
export async function fastest<Name extends string>(
    runs: number,
    ways: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
    const all = await timesOf(runs, ways);
    const least = Object.entries<readonly number[]>(all).map(([name, times]) => [name, Math.min(...times)]);
    return Object.fromEntries(least) as Record<Name, number>;
}

/** How much longer one way took than another, where both vary by more: the median of the runs beside each other. */
export function medianDifference(times: readonly number[], others: readonly number[]): number {
    const differences = times.map((time, run) => time - (others[run] ?? NaN)).sort((one, other) => one - other);
    const middle = differences.length / 2;
    return ((differences[Math.ceil(middle) - 1] ?? NaN) + (differences[Math.floor(middle)] ?? NaN)) / 2;
}

/** A figure of the benchmark, and the bound that it is held against. */
export interface Figure {
    readonly what: string;
    readonly value: string;
    readonly bound: string;
    readonly isKept: boolean;
}
