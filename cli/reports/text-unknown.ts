import { columnsOf } from "./columns";
import { undecidedText } from "../../checks";
import type { PlacedFinding } from "./finding";
import { printable } from "./frame/printable";
import type { Terminal } from "./report";
import { positionText } from "./text-finding";
import { wrapped } from "./wrapped";

const maxPaths = 3;

/**
 * What is not known: a line for each resource, with the number of rules that wait for it, because ten findings for one
 * image tell no more than one.
 */
export function unknownLines(
    findings: readonly PlacedFinding[],
    { colours, width }: Terminal,
    isVerbose: boolean,
): readonly string[] {
    const byResource = new Map<string, PlacedFinding[]>();
    for (const finding of findings.filter(({ kind }) => kind === "unknown")) {
        const own = byResource.get(finding.resource) ?? [];
        byResource.set(finding.resource, own);
        own.push(finding);
    }
    return [...byResource].flatMap(([resource, undecided]) => {
        const [first] = undecided;
        const rules = new Set(undecided.map(({ rule }) => rule)).size;
        const waiting = `${rules === 1 ? "1 rule waits" : `${rules} rules wait`} for it`;
        const where = first === undefined ? "" : positionText(first);
        const hint = isVerbose ? "" : " (--verbose names them)";
        const said = `${printable(resource)}  not known: ${printable(pathsIn(undecided))}; ${waiting}${hint}`;
        const text = wrapped(said, width, "   ", columnsOf(where) + 2);
        const line = `${colours.bold(where)}  ${hint === "" ? text : text.replace(hint, colours.dim(hint))}`;
        return isVerbose
            ? [line, ...undecided.map((one) => `   ${one.rule} waits for ${printable(undecidedText(one))}`)]
            : [line];
    });
}

function pathsIn(undecided: readonly PlacedFinding[]): string {
    const paths = [...new Set(undecided.map(undecidedText))];
    const more = paths.length - maxPaths;
    return `${paths.slice(0, maxPaths).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
