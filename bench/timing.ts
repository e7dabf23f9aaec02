/**
 * The fastest of several runs of each, in milliseconds: what else the machine does only makes a run slower. They take
 * turns, so that a slow minute of the machine is no figure of one of them.
 */
export async function fastest<Name extends string>(
    runs: number,
    ways: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
    const all = Object.entries<() => unknown>(ways).map(([name, run]) => ({ name, run, least: Infinity }));
    for (let round = 0; round < runs; round++) {
        for (const one of all) {
            const start = process.hrtime.bigint();
            await one.run();
            one.least = Math.min(one.least, Number(process.hrtime.bigint() - start) / 1e6);
        }
    }
    return Object.fromEntries(all.map(({ name, least }) => [name, least])) as Record<Name, number>;
}

/** A figure of the benchmark, and the bound that it is held against. */
export interface Figure {
    readonly what: string;
    readonly value: string;
    readonly bound: string;
    readonly isKept: boolean;
}
