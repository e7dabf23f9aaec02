import { problemOf, propertyText } from "../../checks";
import { count, noCounts } from "./counts";
import { messageIn, type Closing, type PlacedFinding } from "./finding";
import type { Report, Write } from "./report";

/**
 * For programs: `{"version": 1, "findings": [...], "failures": [...], "unmatchedSuppressions": [...],
 * "goneFromBaseline": N, "files": N, "summary": {...}}`, a line for each finding. The version changes where a member
 * goes or means something else.
 */
export function jsonReport(write: Write): Report {
    const failures: object[] = [];
    const counts = noCounts();
    let findings = 0;
    return {
        start: () => write('{"version": 1, "findings": ['),
        file: (result) => {
            count(counts, result);
            for (const finding of result.findings) {
                write(`${findings++ === 0 ? "" : ","}\n${JSON.stringify(plain(finding))}`);
            }
        },
        failure: ({ file, line, reason }) => {
            counts.unreadable++;
            failures.push({ file, ...(line !== undefined && { line }), reason });
        },
        end: ({ unmatchedSuppressions, goneFromBaseline }: Closing) => {
            const { files, concerned: _concerned, unknown: notDecided, ...summary } = counts;
            const rest = {
                failures,
                unmatchedSuppressions,
                goneFromBaseline,
                files,
                summary: { ...summary, notDecided },
            };
            const members = Object.entries(rest).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
            write(`\n],\n${members.join(",\n")}}\n`);
        },
    };
}

/** A finding as programs read it: where and what first, with whole sentences. */
function plain(finding: PlacedFinding): object {
    const { file, line, column, endLine, endColumn, rule, resource, level, severity, kind } = finding;
    const { container, runtime, role, condition, baseline, fix } = finding;
    const ofKind =
        finding.kind === "unknown"
            ? { isScopeOpen: finding.isScopeOpen }
            : { remedy: finding.remedy, option: finding.option };
    return {
        ...{ file, line, column, endLine, endColumn, rule, resource, level, severity, kind },
        ...{ path: propertyText(finding), container, message: messageIn(finding), found: problemOf(finding) },
        ...ofKind,
        ...(finding.kind === "suppressed" && { reason: finding.reason }),
        ...{ runtime, role, condition, baseline, isFixable: fix !== undefined, fix },
    };
}
