import { openSync, writeSync } from "node:fs";
import { noColours } from "./colours";
import type { ReportFormat, RequestedReport } from "./requested-reports";
import { UsageError } from "../usage-error";
import { gccReport } from "./gcc";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { allOf, type Report, type ReportOptions, type Terminal, type Write } from "./report";
import { sarifReport } from "./sarif";
import { textReport } from "./text";

/** The requested reports as one; opens the files for them. @throws UsageError for a file that cannot be written */
export function createReports(
    requested: readonly RequestedReport[],
    out: Write,
    terminal: Terminal,
    options: ReportOptions,
): Report {
    return allOf(
        requested.map(({ format, file }) =>
            file === undefined
                ? reportOf(format, out, terminal, options)
                : reportOf(format, writerTo(file), noTerminal, options),
        ),
    );
}

const noTerminal: Terminal = { colours: noColours, width: Infinity };

function reportOf(format: ReportFormat, write: Write, terminal: Terminal, options: ReportOptions): Report {
    switch (format) {
        case "text":
            return textReport(write, terminal, options.isVerbose);
        case "json":
            return jsonReport(write);
        case "sarif":
            return sarifReport(write);
        case "junit":
            return junitReport(write, options.failOn);
        case "gcc":
            return gccReport(write);
    }
}

function writerTo(file: string): Write {
    try {
        const descriptor = openSync(file, "w");
        return (text) => void writeSync(descriptor, text);
    } catch (error) {
        const { code = "unknown error" } = error as NodeJS.ErrnoException;
        throw new UsageError(`the report ${file} cannot be written (${code})`);
    }
}
