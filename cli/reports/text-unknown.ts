import { undecidedText } from "../../checks";
import type { Colours } from "./colours";
import type { PlacedFinding } from "./finding";
import { printable } from "./frame/printable";
import { placeIn } from "./text-finding";

const mostPaths = 3;

/**
 * What is not known: a line for each resource, with the number of rules that wait for it, because ten findings for one
 * image tell no more than one.
 */
export function unknownLines(
    findings: readonly PlacedFinding[],
    colours: Colours,
    isVerbose: boolean,
): readonly string[] {
    const byResource = new Map<string, PlacedFinding[]>();
    for (const finding of findings.filter(({ kind }) => kind === "unknown")) {
        const own = byResource.get(finding.resource) ?? [];
        byResource.set(finding.resource, own);
        own.push(finding);
    }
    return [...byResource].flatMap(([resource, open]) => {
        const [first] = open;
        const rules = new Set(open.map(({ rule }) => rule)).size;
        const waiting = `${rules === 1 ? "1 rule waits" : `${rules} rules wait`} for it`;
        const where = first === undefined ? "" : placeIn(first);
        const line =
            `${colours.bold(where)}  ${printable(resource)}  not known: ${printable(pathsIn(open))}; ${waiting}` +
            (isVerbose ? "" : colours.dim(" (--verbose names them)"));
        return isVerbose
            ? [line, ...open.map((one) => `   ${one.rule} waits for ${printable(undecidedText(one))}`)]
            : [line];
    });
}

function pathsIn(open: readonly PlacedFinding[]): string {
    const paths = [...new Set(open.map(undecidedText))];
    const more = paths.length - mostPaths;
    return `${paths.slice(0, mostPaths).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
