import { checkStack, fixableRules, messageOf, type Change, type Configuration, type Finding } from "../../checks";
import type { Document } from "../input/document";
import type { ProposedFix, Replacement } from "../reports/finding";
import { repairedText, repairsOf, type RepairedDefinition } from "./fix-file";
import { Lines } from "../input/position";
import type { ReadFile } from "../input/read-file";

/** What `--fix` would do about each finding of a document that it repairs. */
export function proposedFixes(
    file: ReadFile,
    document: Document,
    findings: readonly Finding[],
    configuration: Configuration,
): ReadonlyMap<Finding, ProposedFix> {
    const candidates = findings.filter(({ kind, rule }) => kind === "violation" && fixableRules.includes(rule));
    const repairs = candidates.length === 0 ? [] : repairsOf(file, configuration);
    const repaired = new Map(repairs.filter(({ changes }) => changes.length > 0).map((one) => [one.id, one]));
    if (repaired.size === 0) {
        return new Map();
    }
    const left = findingsAfter(document, repaired, configuration);
    return new Map(
        candidates.flatMap((finding): [Finding, ProposedFix][] => {
            const definition = repaired.get(finding.resource);
            const changes = definition?.changes.filter((change) => isFor(change, finding)) ?? [];
            // Of two findings at one place the repair may be about the other.
            return definition === undefined || changes.length === 0 || left.has(identity(finding))
                ? []
                : [[finding, proposal(file.text, definition, changes)]];
        }),
    );
}

function findingsAfter(
    document: Document,
    repaired: ReadonlyMap<string, RepairedDefinition>,
    configuration: Configuration,
): ReadonlySet<string> {
    const resources = document.resources.map((resource) => ({
        ...resource,
        properties: (repaired.get(resource.id)?.definition ?? resource.properties) as typeof resource.properties,
    }));
    return new Set(checkStack(resources, configuration).findings.map(identity));
}

function identity(finding: Finding): string {
    return JSON.stringify([finding.resource, finding.rule, finding.path, messageOf(finding)]);
}

/** A change belongs to what its rule says of the container that it changes. */
function isFor({ rule, edits }: Change, finding: Finding): boolean {
    return (
        rule === finding.rule && edits.some(({ path }) => path[0] === finding.path[0] && path[1] === finding.path[1])
    );
}

function proposal(text: string, { place }: RepairedDefinition, changes: readonly Change[]): ProposedFix {
    const [before = "", after = ""] = [text, repairedText(text, [{ place, changes }])].map(withoutMark);
    const edits = changes.flatMap((change) => change.edits);
    const replacement = replacementOf(before, after);
    const { region } = replacement;
    const isInsertion = region.line === region.endLine && region.column === region.endColumn;
    // Between several places that change, values stand that no report may quote.
    const isAllOfTheEdits = edits.length === 1 || isInsertion;
    return { note: changes.map(({ note }) => note).join("; "), edits, ...(isAllOfTheEdits && { replacement }) };
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
