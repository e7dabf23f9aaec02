import { unmatched, type Finding } from "../../checks";
import type { CheckRequest } from "./arguments";
import { readBaseline } from "./baseline";
import { checkFile } from "./check-file";
import { closingNotes } from "../reports/closing-notes";
import { nearestConfiguration, readConfigurationFile } from "../input/configuration";
import { repairDiff } from "../edits/diff";
import { notForPatch } from "../edits/text-diff";
import { UnreadableFile } from "../input/document";
import { exclusionBy } from "../input/exclusion";
import { ExitCode } from "../exit-code";
import { fails } from "../reports/fail-on";
import { fixFile } from "../edits/fix-file";
import { ParameterNames } from "../input/parameter-names";
import { readFile, type ReadFile } from "../input/read-file";
import { skippedText, readPath, fileWarnings, type PathEvent } from "../input/read-path";
import { NotWritten } from "../edits/replace-file";
import type { PlacedFinding } from "../reports/finding";
import { createReports } from "../reports/create-reports";
import type { Terminal, Write } from "../reports/report";

type FileEvent = Extract<PathEvent, { readonly kind: "file" }>;

/** Checks all files of a request, and reports. @throws UsageError */
export function checkFiles(request: CheckRequest, out: Write, err: Write, terminal: Terminal): ExitCode {
    const { fix, diff, updateBaseline } = request;
    const config = request.config ?? nearestConfiguration(process.cwd());
    const configuration = readConfigurationFile(config, request.rules);
    const baseline = request.baseline === undefined ? undefined : readBaseline(request.baseline, updateBaseline);
    const isExcluded = exclusionBy(request.exclude);
    // Beside a difference a report would be in its way.
    const report = createReports(request.reports, diff ? () => {} : out, terminal, {
        isVerbose: request.verbose,
        failOn: request.failOn,
    });
    const suppressed: Finding[] = [];
    const parameters = new ParameterNames(request.parameters);
    let exit: ExitCode = ExitCode.Clean;
    const failed = (file: string, reason: string, line?: number) => {
        exit = ExitCode.Failure;
        report.failure({ file, line, reason });
    };
    const fixed = ({ path, file, options }: FileEvent): ReadFile => {
        try {
            const changes = fixFile(path, file, configuration);
            changes.forEach(({ rule, note }) => err(`${path}: repaired ${rule}: ${note}\n`));
            return changes.length > 0 ? readFile(path, options) : file;
        } catch (error) {
            if (error instanceof NotWritten) {
                exit = ExitCode.Failure;
                err(`${path}: not repaired, and left as it was: ${error.reason}\n`);
                return file;
            }
            throw error;
        }
    };
    const checkOne = (event: FileEvent) => {
        const { path } = event;
        if (diff) {
            const difference = repairDiff(path, event.file, configuration, terminal.colours);
            out(difference?.text ?? "");
            err(difference?.isWhole === false ? `${path}: ${notForPatch("--fix")}\n` : "");
        }
        const file = fix ? fixed(event) : event.file;
        parameters.saw(file);
        fileWarnings(file).forEach(({ line, text }) => err(`${path}:${line}: warning: ${text}\n`));
        const result = checkFile(path, file, configuration);
        const findings = baseline?.compared(result.findings) ?? result.findings;
        if (fix || diff) {
            leftAlone(findings).forEach((text) => err(`${path}:${text}\n`));
        }
        report.file({ ...result, findings });
        suppressed.push(...findings.filter(({ kind }) => kind === "suppressed"));
        if (exit === ExitCode.Clean && !updateBaseline && findings.some((finding) => fails(finding, request.failOn))) {
            exit = ExitCode.Findings;
        }
    };

    report.start();
    for (const path of request.paths) {
        for (const event of readPath(path, request, isExcluded)) {
            if (event.kind === "file") {
                guarded(() => checkOne(event), event.path, failed);
            } else if (event.kind === "failure") {
                failed(event.path, event.reason, event.line);
            } else {
                err(`${event.path}: ${skippedText(event.files)}\n`);
            }
        }
    }
    const closing = {
        unmatchedSuppressions: unmatched(configuration.suppressions, suppressed),
        goneFromBaseline: updateBaseline ? 0 : (baseline?.gone ?? 0),
    };
    report.end(closing);
    closingNotes(closing, { ...request, config }).forEach((note) => err(`${note}\n`));
    for (const error of parameters.errors()) {
        exit = ExitCode.Failure;
        err(`ecs-inferentia: ${error}\n`);
    }
    if (updateBaseline) {
        baseline?.update();
    }
    return exit;
}

/** What is not repaired though it has one right answer, and why. */
function leftAlone(findings: readonly PlacedFinding[]): readonly string[] {
    return findings.flatMap(({ line, rule, leftAlone: reason }) =>
        reason === undefined ? [] : [`${line}: not repaired ${rule}: ${reason}`],
    );
}

/** A file that cannot be read, or that the command itself fails on, does not stop the others. */
function guarded(part: () => void, file: string, failed: (file: string, reason: string, line?: number) => void): void {
    try {
        part();
    } catch (error) {
        // The message of any other error could quote the file.
        const { reason, line } =
            error instanceof UnreadableFile ? error : new UnreadableFile("the command failed on it; please report it");
        failed(file, reason, line);
    }
}
