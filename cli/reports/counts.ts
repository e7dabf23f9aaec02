import type { FileResult } from "./finding";

/** What a run found, by numbers. */
export interface Counts {
    files: number;
    /** Files with something of Neuron in them. */
    concerned: number;
    mandatory: number;
    advisory: number;
    unknown: number;
    suppressed: number;
    /** Findings that stand in the baseline. */
    accepted: number;
    unreadable: number;
}

export function noCounts(): Counts {
    return {
        files: 0,
        concerned: 0,
        mandatory: 0,
        advisory: 0,
        unknown: 0,
        suppressed: 0,
        accepted: 0,
        unreadable: 0,
    };
}

export function count(counts: Counts, { findings, concernsNeuron }: FileResult): void {
    counts.files++;
    counts.concerned += concernsNeuron || findings.length > 0 ? 1 : 0;
    for (const { kind, level, baseline } of findings) {
        counts[baseline === "accepted" ? baseline : kind === "violation" ? level : kind]++;
    }
}
