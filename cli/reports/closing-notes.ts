import type { Closing } from "./finding";

/** Notes on the configuration and the baseline of a run, at its end. */
export function closingNotes(
    { unmatchedSuppressions, goneFromBaseline }: Closing,
    { config = "", baseline = "" }: { readonly config: string | undefined; readonly baseline: string | undefined },
): readonly string[] {
    const gone = goneFromBaseline === 1 ? "1 finding of it is gone" : `${goneFromBaseline} findings of it are gone`;
    return [
        ...unmatchedSuppressions.map((suppression) => `${config}: ${unmatchedText(suppression)}`),
        ...(goneFromBaseline > 0 ? [`${baseline}: ${gone}; --update-baseline takes what is gone out`] : []),
    ];
}

export function unmatchedText({ policy, resource }: Closing["unmatchedSuppressions"][number]): string {
    return `the suppression of ${policy} for ${JSON.stringify(resource)} matches nothing: remove it`;
}
