import { checkStack, type Configuration } from "../checks";
import type { Document, Parsed, Place } from "./document";
import type { FileResult, PlacedFinding } from "./finding";

/** Checks one document by every rule, and finds the line of each finding. */
export function check(file: string, document: Document, parsed: Parsed, configuration: Configuration): FileResult {
    const { judged, findings } = checkStack(document.resources, configuration);
    const placed = findings.map((finding): PlacedFinding => {
        const place = [...(document.places.get(finding.resource) ?? []), ...placeOf(finding.path)];
        return { ...finding, file, ...parsed.positionOf(place) };
    });
    placed.sort((one, other) => one.line - other.line);
    return { file, format: document.format, resources: judged, findings: placed };
}

/** `containerDefinitions[1].environment` as keys and indexes. */
function placeOf(path: string): Place {
    return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
        index === undefined ? (key ?? "") : Number(index),
    );
}
