import { readArguments, usage, UsageError, type Arguments, type ReportFormat } from "./arguments";
import { check } from "./check";
import type { Configuration } from "../checks";
import { ConfigurationError, configurationOf } from "./configuration";
import { Unreadable } from "./document";
import { filesOf } from "./files";
import { fixFile } from "./fix-file";
import { readFile, unknownFormat } from "./read-file";
import { jsonReport } from "./reports/json";
import { junitReport } from "./reports/junit";
import type { Report, Write } from "./reports/report";
import { sarifReport } from "./reports/sarif";
import { textReport } from "./reports/text";

/** Nothing mandatory found; mandatory findings; something could not be read, or the command was not understood. */
export const ExitCode = { Clean: 0, Findings: 1, Failure: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const reports: Readonly<Record<ReportFormat, (write: Write) => Report>> = {
    text: textReport,
    json: jsonReport,
    sarif: sarifReport,
    junit: junitReport,
};

/** Runs the command. @param version what `--version` prints */
export function run(argv: readonly string[], version: string, out: Write, err: Write): ExitCode {
    try {
        const request = readArguments(argv);
        if (request === "help" || request === "version") {
            out(request === "help" ? usage : `${version}\n`);
            return ExitCode.Clean;
        }
        return checkAll(request, readConfig(request), out, err);
    } catch (error) {
        if (error instanceof UsageError) {
            err(`ecs-inferentia: ${error.message}\n`);
            return ExitCode.Failure;
        }
        throw error;
    }
}

function readConfig({ config, rules }: Arguments): Configuration {
    try {
        return configurationOf(config === undefined ? {} : readFile(config).parsed.data, rules);
    } catch (error) {
        if (error instanceof Unreadable) {
            throw new UsageError(
                `the configuration ${config ?? ""}${error.line === undefined ? "" : `:${error.line}`} cannot be ` +
                    `read: ${error.reason}`,
            );
        }
        if (error instanceof ConfigurationError) {
            throw new UsageError(
                `the configuration ${config ?? ""} is ` +
                    `wrong:\n${error.problems.map((problem) => `  - ${problem}`).join("\n")}`,
            );
        }
        throw error;
    }
}

function checkAll({ format, fix, paths }: Arguments, configuration: Configuration, out: Write, err: Write): ExitCode {
    const report = reports[format](out);
    let exit: ExitCode = ExitCode.Clean;
    const failed = (file: string, reason: string, line?: number) => {
        exit = ExitCode.Failure;
        report.failure({ file, line, reason });
    };
    const checkOne = (path: string, named: boolean) => {
        const before = readFile(path);
        const changes = fix ? fixFile(path, before, configuration) : [];
        changes.forEach(({ rule, note }) => err(`${path}: repaired ${rule}: ${note}\n`));
        const { document, parsed } = changes.length > 0 ? readFile(path) : before;
        if (document === undefined && named) {
            failed(path, unknownFormat, parsed.positionOf([]).line);
        } else if (document === undefined) {
            err(`${path}: skipped, ${unknownFormat}\n`);
        } else {
            const result = check(path, document, parsed, configuration);
            report.file(result);
            if (
                exit === ExitCode.Clean &&
                result.findings.some(({ kind, level }) => kind === "violation" && level === "mandatory")
            ) {
                exit = ExitCode.Findings;
            }
        }
    };

    report.start();
    for (const path of paths) {
        try {
            for (const candidate of filesOf([path])) {
                guarded(() => checkOne(candidate.path, candidate.named), candidate.path, failed);
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
    report.end();
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
