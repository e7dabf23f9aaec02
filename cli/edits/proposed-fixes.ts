import { isDeepStrictEqual } from "node:util";
import type { Change, Configuration, Finding } from "../../checks";
import type { ProposedFix, Replacement } from "../reports/finding";
import { repairedText, repairsOf } from "./fix-file";
import { Lines } from "../input/position";
import type { Place } from "../input/document";
import type { ReadFile } from "../input/read-file";

/** What `--fix` would do about each finding of a file: its fix, where that is one of the repairs. */
export function proposedFixes(
    file: ReadFile,
    findings: readonly Finding[],
    configuration: Configuration,
): ReadonlyMap<Finding, ProposedFix> {
    const fixable = findings.flatMap((finding) =>
        finding.kind === "violation" && finding.fix !== undefined ? [{ finding, fix: finding.fix }] : [],
    );
    const repairs = fixable.length === 0 ? [] : repairsOf(file, configuration);
    return new Map(
        fixable.flatMap(({ finding, fix }) => {
            const repair = repairs.find(({ id }) => id === finding.resource);
            const change = repair?.changes.find(({ edits }) => isDeepStrictEqual(edits, fix.edits));
            return repair === undefined || change === undefined
                ? []
                : [[finding, proposal(file.text, repair.place, change)] as const];
        }),
    );
}

function proposal(text: string, place: Place, change: Change): ProposedFix {
    const { note, edits } = change;
    const [before = "", after = ""] = [text, repairedText(text, [{ place, changes: [change] }])].map(withoutMark);
    const replacement = replacementOf(before, after);
    const { region } = replacement;
    const isInsertion = region.line === region.endLine && region.column === region.endColumn;
    // Between several places that change, values stand that no report may quote.
    const isAllOfTheEdits = edits.length === 1 || isInsertion;
    return { note, edits, ...(isAllOfTheEdits && { replacement }) };
}

/** The one part of a text that differs from another. */
function replacementOf(before: string, after: string): Replacement {
    const least = Math.min(before.length, after.length);
    let start = 0;
    while (start < least && before[start] === after[start]) {
        start++;
    }
    let end = 0;
    while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) {
        end++;
    }
    return {
        region: new Lines(before).range(start, before.length - end),
        text: after.slice(start, after.length - end),
    };
}

function withoutMark(text: string): string {
    return text.replace(/^\uFEFF/, "");
}
