import { readArguments, usage, UsageError, type Arguments, type ReportFormat } from "./arguments";
import { checkFile } from "./check-file";
import type { Configuration } from "../checks";
import { ConfigurationError, configurationOf } from "./configuration";
import { Unreadable } from "./document";
import { fixFile } from "./fix-file";
import { readData, readFile, type ReadFile } from "./read-file";
import { passedOverText, readPath, warningsOf } from "./read-path";
import { NotWritten } from "./replace-file";
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
        return configurationOf(config === undefined ? {} : readData(config), rules);
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
    const fixed = (path: string, file: ReadFile): ReadFile => {
        try {
            const changes = fixFile(path, file, configuration);
            changes.forEach(({ rule, note }) => err(`${path}: repaired ${rule}: ${note}\n`));
            return changes.length > 0 ? readFile(path) : file;
        } catch (error) {
            if (error instanceof NotWritten) {
                exit = ExitCode.Failure;
                err(`${path}: not repaired, and left as it was: ${error.reason}\n`);
                return file;
            }
            throw error;
        }
    };
    const checkOne = (path: string, read: ReadFile) => {
        const file = fix ? fixed(path, read) : read;
        warningsOf(file).forEach(({ line, text }) => err(`${path}:${line}: warning: ${text}\n`));
        const result = checkFile(path, file, configuration);
        report.file(result);
        if (
            exit === ExitCode.Clean &&
            result.findings.some(({ kind, level }) => kind === "violation" && level === "mandatory")
        ) {
            exit = ExitCode.Findings;
        }
    };

    report.start();
    for (const path of paths) {
        for (const event of readPath(path)) {
            if (event.kind === "file") {
                guarded(() => checkOne(event.path, event.file), event.path, failed);
            } else if (event.kind === "failure") {
                failed(event.path, event.reason, event.line);
            } else {
                err(`${event.path}: ${passedOverText(event.files)}\n`);
            }
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
