import { suggestion } from "../../checks";
import { UsageError } from "../usage-error";

export const reportFormats = ["text", "json", "sarif", "junit", "gcc"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The formats of what is no report of findings: the list of rules, and a migration. */
export const plainFormats: readonly string[] = ["text", "json"];

/** A report that was asked for, and the file that it goes into; undefined for standard output. */
export interface RequestedReport {
    readonly format: ReportFormat;
    readonly file: string | undefined;
}

/** Reads values of --format, each `FORMAT` or `FORMAT=FILE`. @throws UsageError */
export function requestedReports(given: readonly string[]): readonly RequestedReport[] {
    const reports = given.map(requestedReport);
    const files = reports.map(({ file }) => file);
    const twice = files.find((file, index) => files.indexOf(file) !== index);
    if (files.length > new Set(files).size) {
        throw new UsageError(
            `two reports cannot both go ${twice === undefined ? "to standard output" : `into ${twice}`}; give each a ` +
                "file of its own, as in --format sarif=out.sarif",
        );
    }
    return reports;
}

function requestedReport(text: string): RequestedReport {
    const at = text.indexOf("=");
    const [format, file] = at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
    if (!isFormat(format)) {
        throw new UsageError(
            `there is no format ${JSON.stringify(format)}${suggestion(format, reportFormats)}; the formats are ` +
                reportFormats.join(", "),
        );
    }
    if (file === "") {
        throw new UsageError(`--format ${text} names no file`);
    }
    return { format, file };
}

function isFormat(format: string): format is ReportFormat {
    return (reportFormats as readonly string[]).includes(format);
}
