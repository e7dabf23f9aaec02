import { columnsOf } from "./columns";
import { count, countsText, noCounts } from "./counts";
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
        end: () => write(`${wrapped(countsText(counts), width, "", 0)}\n`),
    };
}
