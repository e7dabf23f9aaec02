import { messageIn } from "./finding";
import { printable } from "./frame/printable";
import type { Report, Write } from "./report";

/**
 * A line for each violation, as compilers write them, for editors and problem matchers:
 * `task.json:35:20: error: what is wrong [rule]`. What advises is a warning; what is accepted or not decided is left
 * out.
 */
export function gccReport(write: Write): Report {
    const line = (...parts: readonly string[]) => write(`${printable(parts.join(": "))}\n`);
    return {
        start: () => {},
        file: ({ file, findings }) => {
            for (const finding of findings) {
                if (finding.kind === "violation" && finding.baseline !== "accepted") {
                    const { line: row, column, level, rule } = finding;
                    const weight = level === "mandatory" ? "error" : "warning";
                    line(`${file}:${row}:${column}`, weight, `${messageIn(finding)} [${rule}]`);
                }
            }
        },
        failure: ({ file, line: row = 1, reason }) => line(`${file}:${row}:1`, "error", `${reason} [unreadable]`),
        end: () => {},
    };
}
