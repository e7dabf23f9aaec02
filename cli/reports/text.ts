import type { Colours } from "./colours";
import type { FileResult } from "./finding";
import { printable } from "./frame/printable";
import type { Report, Write } from "./report";
import { paragraph } from "./text-finding";
import { unknownLines } from "./text-unknown";

/** For people: a paragraph for each finding, a line for each resource of which something is not known, and a count. */
export function textReport(write: Write, colours: Colours, isVerbose: boolean): Report {
    const counts = {
        files: 0,
        concerned: 0,
        mandatory: 0,
        advisory: 0,
        unknown: 0,
        suppressed: 0,
        accepted: 0,
        unreadable: 0,
    };
    return {
        start: () => {},
        file: ({ findings, lines, concernsNeuron }: FileResult) => {
            counts.files++;
            counts.concerned += concernsNeuron || findings.length > 0 ? 1 : 0;
            for (const finding of findings) {
                const { kind, level, baseline } = finding;
                counts[baseline === "accepted" ? baseline : kind === "violation" ? level : kind]++;
                if (finding.kind !== "unknown" && baseline !== "accepted") {
                    write(`${paragraph(finding, lines, colours)}\n\n`);
                }
            }
            const unknown = unknownLines(findings, colours, isVerbose);
            if (unknown.length > 0) {
                write(`${unknown.join("\n")}\n\n`);
            }
        },
        failure: ({ file, line, reason }) => {
            counts.unreadable++;
            const where = printable(line === undefined ? file : `${file}:${line}`);
            write(`${colours.bold(where)} could not be checked: ${printable(reason)}\n\n`);
        },
        end: () => {
            const { files, concerned, mandatory, advisory, unknown, suppressed, accepted, unreadable } = counts;
            const more: [number, string][] = [
                [unknown, "not decided"],
                [suppressed, "suppressed"],
                [accepted, "in the baseline"],
                [unreadable, "not readable"],
            ];
            const counted = `${files} ${files === 1 ? "file" : "files"} checked`;
            const concern =
                concerned === files ? "" : `, ${concerned === 0 ? "none concerns" : `${concerned} about`} Neuron`;
            const found = `: ${mandatory} mandatory, ${advisory} advisory`;
            const parts = [
                `${counted}${concern}${files > 0 && concerned === 0 ? "" : found}`,
                ...more.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
            ];
            write(`${parts.join(", ")}\n`);
        },
    };
}
