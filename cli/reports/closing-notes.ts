import type { CheckRequest } from "../commands/arguments";
import type { Closing } from "./finding";

/** What is said in the end of the files that a run was given besides those that it checked. */
export function closingNotes(
    { unmatchedSuppressions, goneFromBaseline }: Closing,
    { config = "", baseline = "" }: Pick<CheckRequest, "config" | "baseline">,
): readonly string[] {
    const gone = goneFromBaseline === 1 ? "1 finding of it is gone" : `${goneFromBaseline} findings of it are gone`;
    return [
        ...unmatchedSuppressions.map((suppression) => `${config}: ${unmatchedText(suppression)}`),
        ...(goneFromBaseline > 0 ? [`${baseline}: ${gone}; --update-baseline takes what is gone out`] : []),
    ];
}

/** What is said of a suppression that matches nothing. */
export function unmatchedText({ policy, resource }: Closing["unmatchedSuppressions"][number]): string {
    return `the suppression of ${policy} for ${JSON.stringify(resource)} matches nothing: remove it`;
}
