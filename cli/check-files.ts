import { unmatched } from "../checks";
import type { CheckRequest } from "./arguments";
import { readBaseline } from "./baseline";
import { check } from "./check";
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
    const { fix, diff, paths, verbose } = request;
    const configuration = readConfigurationFile(request.config, request.rules);
    const baseline =
        request.baseline === undefined ? undefined : readBaseline(request.baseline, request.updateBaseline);
    const isExcluded = exclusionBy(request.exclude);
    const report = openReports(request.reports, diff ? () => {} : out, colours, verbose);
    const suppressed: { rule: string; resource: string }[] = [];
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
            if (exit === ExitCode.Clean && !request.updateBaseline && findings.some(isFailure)) {
                exit = ExitCode.Findings;
            }
        }
    };

    report.start();
    for (const path of paths) {
        try {
            for (const candidate of filesOf([path])) {
                if (!isExcluded(candidate.path)) {
                    guarded(() => checkOne(candidate.path, candidate.named), candidate.path, failed);
                }
            }
        } catch (error) {
            failed(
                path,
                (error as NodeJS.ErrnoException).code === "ENOENT"
                    ? "there is no such file or folder"
                    : "it cannot be read",
            );
        }
    }
    const unmatchedSuppressions = unmatched(configuration.suppressions, suppressed);
    const goneFromBaseline = request.updateBaseline ? 0 : (baseline?.gone ?? 0);
    report.end({ unmatchedSuppressions, goneFromBaseline });
    for (const { policy, resource } of unmatchedSuppressions) {
        err(
            `${request.config ?? ""}: the suppression of ${policy} for ${JSON.stringify(resource)} matches nothing: remove it\n`,
        );
    }
    if (goneFromBaseline > 0) {
        err(
            `${request.baseline ?? ""}: ${goneFromBaseline} of its findings are gone; --update-baseline takes them out\n`,
        );
    }
    if (request.updateBaseline) {
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
