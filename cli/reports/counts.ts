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

/** The numbers of a run in words: `2 files checked, 1 about Neuron: 1 mandatory, 0 advisory, 3 suppressed`. */
export function countsText(counts: Counts): string {
    const { files, concerned, mandatory, advisory, unknown, suppressed, accepted, unreadable } = counts;
    const more: [number, string][] = [
        [unknown, "not decided"],
        [suppressed, "suppressed"],
        [accepted, "in the baseline"],
        [unreadable, "not readable"],
    ];
    const checked = `${files} ${files === 1 ? "file" : "files"} checked`;
    const concern = concerned === files ? "" : `, ${concerned === 0 ? "none concerns" : `${concerned} about`} Neuron`;
    const found = files > 0 && concerned === 0 ? "" : `: ${mandatory} mandatory, ${advisory} advisory`;
    return [
        `${checked}${concern}${found}`,
        ...more.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`),
    ].join(", ");
}
