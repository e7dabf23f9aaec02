/** The fastest of several runs in milliseconds: what else the machine does only makes a run slower. */
export async function fastest(runs: number, run: () => unknown): Promise<number> {
    let least = Infinity;
    for (let one = 0; one < runs; one++) {
        const start = process.hrtime.bigint();
        await run();
        least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e6);
    }
    return least;
}

/** A figure of the benchmark, and the bound that it is held against. */
export interface Figure {
    readonly what: string;
    readonly value: string;
    readonly bound: string;
    readonly isKept: boolean;
}
