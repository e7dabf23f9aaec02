import { checkStack, type Configuration } from "../../checks";
import type { Document, Parsed } from "../input/document";
import type { FileResult, PlacedFinding } from "../reports/finding";
import { placeIn } from "../input/place-of";
import { proposedFixes } from "../edits/proposed-fixes";
import type { ReadFile } from "../input/read-file";

/** Checks one document of a file by every rule, and finds the place of each finding. */
export function checkDocument(
    path: string,
    file: ReadFile,
    document: Document,
    parsed: Parsed,
    configuration: Configuration,
): FileResult {
    const { checked, concernsNeuron, findings: all } = checkStack(document.resources, configuration);
    // Those of other files are reported there.
    const findings = all.filter(({ resource }) => document.places.has(resource));
    const proposals = proposedFixes(file, parsed, findings, configuration);
    const placed = findings.map((finding): PlacedFinding => {
        const { place, isInText, isVariable } = placeIn(document, parsed.data, finding);
        const position = parsed.positionOf(place);
        // The finding has a fix of its own, which is not for this file.
        const proposal = { fix: undefined, ...proposals.get(finding) };
        return { ...finding, file: path, ...position, ...proposal, hasLines: !isInText, isVariable };
    });
    placed.sort(byPosition);
    const { format } = document;
    return {
        file: path,
        format,
        resources: checked.filter((id) => document.places.has(id)),
        concernsNeuron,
        findings: placed,
        lines: parsed.lines,
    };
}

/** The order in which findings are reported. */
export function byPosition(one: PlacedFinding, other: PlacedFinding): number {
    return one.line - other.line || one.column - other.column;
}
