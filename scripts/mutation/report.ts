/** The part of Stryker's JSON report that tells what survived (mutation-testing-report-schema). */
export interface MutationReport {
    readonly files: Readonly<Record<string, MutatedFile>>;
}

interface MutatedFile {
    readonly source: string;
    readonly mutants: readonly Mutant[];
}

interface Mutant {
    readonly status: string;
    readonly replacement?: string;
    /** Lines and columns count from 1. */
    readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
    readonly line: number;
    readonly column: number;
}

/** A change that no test tells from the code as it is. */
export interface Survivor {
    /** Its path from the project's root. */
    readonly file: string;
    /** The changed code, from the start of its line to the end. */
    readonly becomes: string;
}

const unnoticed: readonly string[] = ["Survived", "NoCoverage"];
const noticed: readonly string[] = ["Killed", "Timeout"];

export function survivorsOf({ files }: MutationReport): readonly Survivor[] {
    return Object.entries(files).flatMap(([file, { source, mutants }]) =>
        mutants
            .filter(({ status }) => unnoticed.includes(status))
            .map((mutant) => ({ file, becomes: changed(source, mutant) })),
    );
}

/** The share of changes that a test noticed, in percent; those that do not compile or run are none. */
export function scoreOf({ files }: MutationReport): {
    readonly noticed: number;
    readonly all: number;
    readonly percent: number;
} {
    const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
    const count = (of: readonly string[]) => statuses.filter((status) => of.includes(status)).length;
    const all = count(noticed) + count(unnoticed);
    return { noticed: count(noticed), all, percent: (100 * count(noticed)) / all };
}

/** What is wrong with the explanations of a report's survivors; empty when each is explained, and nothing else. */
export function explanationProblems(report: MutationReport, explained: readonly Survivor[]): readonly string[] {
    const survivors = survivorsOf(report);
    const among = (list: readonly Survivor[], one: Survivor) =>
        list.some(({ file, becomes }) => file === one.file && becomes === one.becomes);
    return [
        ...survivors
            .filter((one) => !among(explained, one))
            .map(({ file, becomes }) => `${file}: survives without an explanation: ${becomes}`),
        ...explained
            .filter((one) => !among(survivors, one))
            .map(({ file, becomes }) => `${file}: is explained, but does not survive: ${becomes}`),
    ];
}

function changed(source: string, { location: { start, end }, replacement = "" }: Mutant): string {
    const lines = source.split("\n");
    const before = (lines[start.line - 1] ?? "").slice(0, start.column - 1);
    const after = (lines[end.line - 1] ?? "").slice(end.column - 1);
    return `${before}${replacement}${after}`.replace(/\s+/g, " ").trim();
}
