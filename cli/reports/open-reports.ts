import { openSync, writeSync } from "node:fs";
import { noColours, type Colours } from "./colours";
import type { ReportFormat, RequestedReport } from "./requested-reports";
import { UsageError } from "../usage-error";
import { jsonReport } from "./json";
import { junitReport } from "./junit";
import { allOf, type Report, type Write } from "./report";
import { sarifReport } from "./sarif";
import { textReport } from "./text";

/** Opens the reports that were asked for, as one. @throws UsageError for a file that cannot be written */
export function openReports(
    requested: readonly RequestedReport[],
    out: Write,
    colours: Colours,
    isVerbose: boolean,
): Report {
    return allOf(
        requested.map(({ format, file }) =>
            file === undefined
                ? reportOf(format, out, colours, isVerbose)
                : reportOf(format, writerTo(file), noColours, isVerbose),
        ),
    );
}

function reportOf(format: ReportFormat, write: Write, colours: Colours, isVerbose: boolean): Report {
    switch (format) {
        case "text":
            return textReport(write, colours, isVerbose);
        case "json":
            return jsonReport(write);
        case "sarif":
            return sarifReport(write);
        case "junit":
            return junitReport(write);
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
