import { columnsOf } from "./columns";
import { count, noCounts } from "./counts";
import type { FileResult } from "./finding";
import { printable } from "./frame/printable";
import type { Report, Terminal, Write } from "./report";
import { paragraph } from "./text-finding";
import { unknownLines } from "./text-unknown";
import { wrapped } from "./wrapped";

/** For people: a paragraph for each finding, a line for each resource of which something is not known, and a count. */
export function textReport(write: Write, terminal: Terminal, isVerbose: boolean): Report {
    const { colours, width } = terminal;
    const counts = noCounts();
    return {
        start: () => {},
        file: (result: FileResult) => {
            const { findings, lines } = result;
            count(counts, result);
            for (const finding of findings) {
                if (finding.kind !== "unknown" && finding.baseline !== "accepted") {
                    write(`${paragraph(finding, lines, terminal)}\n\n`);
                }
            }
            const unknown = unknownLines(findings, terminal, isVerbose);
            if (unknown.length > 0) {
                write(`${unknown.join("\n")}\n\n`);
            }
        },
        failure: ({ file, line, reason }) => {
            counts.unreadable++;
            const where = printable(line === undefined ? file : `${file}:${line}`);
            const text = `could not be checked: ${printable(reason)}`;
            write(`${colours.bold(where)} ${wrapped(text, width, "   ", columnsOf(where) + 1)}\n\n`);
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
            write(`${wrapped(parts.join(", "), width, "", 0)}\n`);
        },
    };
}
