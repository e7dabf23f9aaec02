import type { Colours } from "./colours";
import type { FailOn } from "./fail-on";
import type { Closing, FileResult, ReadFailure } from "./finding";

/** Writes results as they come, so that no more than one file's are held. */
export interface Report {
    start(): void;
    file(result: FileResult): void;
    failure(failure: ReadFailure): void;
    end(closing: Closing): void;
}

export type Write = (text: string) => void;

/** How a text for people is shown. */
export interface Terminal {
    readonly colours: Colours;
    /** The columns of a line; Infinity where no terminal shows it. */
    readonly width: number;
}

/** What a report tells of what is found. */
export interface ReportOptions {
    /** Whether it names the rules that wait for what is not known. */
    readonly isVerbose: boolean;
    readonly failOn: FailOn;
}

/** Several reports of one run. */
export function allOf(reports: readonly Report[]): Report {
    return {
        start: () => reports.forEach((report) => report.start()),
        file: (result) => reports.forEach((report) => report.file(result)),
        failure: (failure) => reports.forEach((report) => report.failure(failure)),
        end: (closing) => reports.forEach((report) => report.end(closing)),
    };
}
