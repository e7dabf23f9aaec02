import { unmatched, type Finding } from "../checks";
import type { CheckRequest } from "./arguments";
import { readBaseline } from "./baseline";
import { check } from "./check";
import { closingNotes } from "./closing-notes";
import type { Colours } from "./colours";
import { readConfigurationFile } from "./configuration";
import { repairDiff } from "./diff";
import { Unreadable } from "./document";
import { exclusionBy } from "./exclusion";
import { ExitCode } from "./exit-code";
import { filesOf } from "./files";
import { isFailure } from "./finding";
import { fixFile } from "./fix-file";
import { readFile, unknownFormat } from "./read-file";
import { openReports } from "./reports/open";
import type { Write } from "./reports/report";

/** Checks all files of a request, and reports. @throws UsageError */
export function checkFiles(request: CheckRequest, out: Write, err: Write, colours: Colours): ExitCode {
    const { fix, diff, updateBaseline } = request;
    const configuration = readConfigurationFile(request.config, request.rules);
    const baseline = request.baseline === undefined ? undefined : readBaseline(request.baseline, updateBaseline);
    const isExcluded = exclusionBy(request.exclude);
    // Beside a difference a report would be in its way.
    const report = openReports(request.reports, diff ? () => {} : out, colours, request.verbose);
    const suppressed: Finding[] = [];
    let exit: ExitCode = ExitCode.Clean;
    const failed = (file: string, reason: string, line?: number) => {
        exit = ExitCode.Failure;
        report.failure({ file, line, reason });
    };
    const checkOne = (path: string, named: boolean) => {
        const before = readFile(path, request);
        const changes = fix ? fixFile(path, before, configuration) : [];
        changes.forEach(({ rule, note }) => err(`${path}: repaired ${rule}: ${note}\n`));
        if (diff) {
            out(repairDiff(path, before, configuration, colours));
        }
        const read = changes.length > 0 ? readFile(path, request) : before;
        const { document, parsed } = read;
        if (document === undefined && named) {
            failed(path, unknownFormat, parsed.positionOf([]).line);
        } else if (document === undefined) {
            err(`${path}: skipped, ${unknownFormat}\n`);
        } else {
            const result = check(path, { ...read, document }, configuration);
            const findings = baseline?.compared(result.findings) ?? result.findings;
            report.file({ ...result, findings });
            suppressed.push(...findings.filter(({ kind }) => kind === "suppressed"));
            if (exit === ExitCode.Clean && !updateBaseline && findings.some(isFailure)) {
                exit = ExitCode.Findings;
            }
        }
    };

    report.start();
    for (const path of request.paths) {
        try {
            for (const { path: file, named } of filesOf([path])) {
                if (!isExcluded(file)) {
                    guarded(() => checkOne(file, named), file, failed);
                }
            }
        } catch (error) {
            const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
            failed(path, isMissing ? "there is no such file or folder" : "it cannot be read");
        }
    }
    const closing = {
        unmatchedSuppressions: unmatched(configuration.suppressions, suppressed),
        goneFromBaseline: updateBaseline ? 0 : (baseline?.gone ?? 0),
    };
    report.end(closing);
    closingNotes(closing, request).forEach((note) => err(`${note}\n`));
    if (updateBaseline) {
        baseline?.update();
    }
    return exit;
}

/** A file that cannot be read, or that the command itself fails on, does not stop the others. */
function guarded(part: () => void, file: string, failed: (file: string, reason: string, line?: number) => void): void {
    try {
        part();
    } catch (error) {
        // The message of any other error could quote the file.
        const { reason, line } =
            error instanceof Unreadable ? error : new Unreadable("the command failed on it; please report it");
        failed(file, reason, line);
    }
}
