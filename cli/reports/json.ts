import type { Report, Write } from "./report";

/** For programs: `{"findings": [...], "failures": [...], "files": N}`, a line for each finding. */
export function jsonReport(write: Write): Report {
    const failures: object[] = [];
    let [files, findings] = [0, 0];
    return {
        start: () => write('{"findings": ['),
        file: (result) => {
            files++;
            for (const finding of result.findings) {
                write(`${findings++ === 0 ? "" : ","}\n${JSON.stringify(finding)}`);
            }
        },
        failure: ({ file, line, reason }) => void failures.push({ file, ...(line !== undefined && { line }), reason }),
        end: () => write(`\n],\n"failures": ${JSON.stringify(failures)},\n"files": ${files}}\n`),
    };
}
