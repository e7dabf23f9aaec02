import { isDeepStrictEqual } from "node:util";
import { checkStack, type Change, type Configuration, type Finding, type Fix, type SourceResource } from "../../checks";
import type { ProposedFix, Replacement } from "../reports/finding";
import { repairedText, repairsOf, type RepairedDefinition } from "./fix-file";
import type { Parsed } from "../input/document";
import { Lines } from "../input/position";
import type { ReadFile } from "../input/read-file";

/** What `--fix` would do about a finding, or why it does nothing. */
export type Proposal = { readonly fix: ProposedFix } | { readonly leftAlone: string };

/**
 * What `--fix` would do about each finding of a document of a file: its fix, where that is one of the repairs; else
 * what in the file's form hinders it.
 */
export function proposedFixes(
    file: ReadFile,
    parsed: Parsed,
    findings: readonly Finding[],
    configuration: Configuration,
): ReadonlyMap<Finding, Proposal> {
    const fixable = findings.flatMap((finding) =>
        finding.kind === "violation" && finding.fix !== undefined ? [{ finding, fix: finding.fix }] : [],
    );
    const repairs = fixable.length === 0 ? [] : repairsOf(file, configuration);
    return new Map(
        fixable.flatMap(({ finding, fix }): [Finding, Proposal][] => {
            const repair = repairs.find(
                ({ id, part }) => id === finding.resource && file.parts[part]?.parsed === parsed,
            );
            if (repair === undefined) {
                return [];
            }
            const change = repair.changes.find(({ edits }) => isDeepStrictEqual(edits, fix.edits));
            if (change !== undefined) {
                return [[finding, { fix: proposal(file, repair, change) }]];
            }
            const [barrier] = fix.edits.flatMap(({ path }) => repair.barrier(path) ?? []);
            const leftAlone = barrier ?? (isCertain(repair, finding.rule, fix, configuration) ? undefined : uncertain);
            return leftAlone === undefined ? [] : [[finding, { leftAlone }]];
        }),
    );
}

const uncertain = "what it rests on is given by a parameter or a function of the template";

/** Whether a fix follows from what is certain of a task definition. */
function isCertain({ id, certain }: RepairedDefinition, rule: string, { edits }: Fix, configuration: Configuration) {
    const resource = { id, type: "AWS::ECS::TaskDefinition", properties: certain as SourceResource["properties"] };
    return checkStack([resource], configuration).findings.some(
        (finding) =>
            finding.kind === "violation" && finding.rule === rule && isDeepStrictEqual(finding.fix?.edits, edits),
    );
}

function proposal(file: ReadFile, repair: RepairedDefinition, change: Change): ProposedFix {
    const { note, edits } = change;
    return {
        note,
        edits,
        // Only reports for programs ask for it.
        get replacement() {
            const after = repairedText(file, [{ ...repair, changes: [change] }]);
            const replacement = replacementOf(withoutMark(file.text), withoutMark(after));
            const { region } = replacement;
            const isInsertion = region.line === region.endLine && region.column === region.endColumn;
            // Between several places that change, values stand that no report may quote.
            return edits.length === 1 || isInsertion ? replacement : undefined;
        },
    };
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
