import { checkStack, type Configuration } from "../checks";
import type { Document } from "./document";
import type { FileResult, PlacedFinding } from "./finding";
import { placeOf } from "./place-of";
import { proposedFixes } from "./proposed-fixes";
import type { ReadFile } from "./read-file";

/** Checks one document by every rule, and finds the place of each finding. */
export function check(file: string, read: ReadFile & { document: Document }, configuration: Configuration): FileResult {
    const { document, parsed } = read;
    const { judged, findings } = checkStack(document.resources, configuration);
    const fixes = proposedFixes(read, findings, configuration);
    const placed = findings.map((finding): PlacedFinding => {
        const base = document.places.get(finding.resource) ?? [];
        const { place, isInText, isVariable } = placeOf(parsed.data, base, finding.path);
        const fix = fixes.get(finding);
        const position = parsed.positionOf(place);
        return { ...finding, file, ...position, ...(fix && { fix }), hasLines: !isInText, isVariable };
    });
    placed.sort((one, other) => one.line - other.line || one.column - other.column);
    return { file, format: document.format, resources: judged, findings: placed, lines: parsed.lines };
}
