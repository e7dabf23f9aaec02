import { propertyText } from "../../checks";
import type { Closing, PlacedFinding } from "./finding";
import type { Report, Write } from "./report";

/**
 * For programs: `{"findings": [...], "failures": [...], "unmatchedSuppressions": [...], "goneFromBaseline": N,
 * "files": N}`, a line for each finding.
 */
export function jsonReport(write: Write): Report {
    const failures: object[] = [];
    let [files, findings] = [0, 0];
    return {
        start: () => write('{"findings": ['),
        file: (result) => {
            files++;
            for (const finding of result.findings) {
                write(`${findings++ === 0 ? "" : ","}\n${JSON.stringify(plain(finding))}`);
            }
        },
        failure: ({ file, line, reason }) => void failures.push({ file, ...(line !== undefined && { line }), reason }),
        end: ({ unmatchedSuppressions, goneFromBaseline }: Closing) => {
            const rest = { failures, unmatchedSuppressions, goneFromBaseline, files };
            const members = Object.entries(rest).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
            write(`\n],\n${members.join(",\n")}}\n`);
        },
    };
}

/** A finding as programs read it: where and what first, without what only the text for people needs. */
function plain({ hasLines: _hasLines, isVariable: _isVariable, ...finding }: PlacedFinding): object {
    const { file, line, column, endLine, endColumn, rule, fix, variable: _variable, owner: _owner, ...rest } = finding;
    const path = propertyText(finding);
    const place = { file, line, column, endLine, endColumn };
    return { ...place, rule, ...rest, path, isFixable: fix !== undefined, ...(fix && { fix }) };
}
