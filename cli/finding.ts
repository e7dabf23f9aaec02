/** What the command says of one place of a file. */
export interface Finding {
    readonly file: string;
    readonly line: number;
    readonly resource: string;
    readonly rule: string;
    readonly level: "mandatory" | "advisory";
    /** `unknown`: the rule could not decide; it fails nothing. `suppressed`: switched off for this resource. */
    readonly kind: "violation" | "unknown" | "suppressed";
    readonly path: string;
    readonly message: string;
}

/** A file that could not be read, and so was not checked. */
export interface ReadFailure {
    readonly file: string;
    readonly line: number | undefined;
    readonly reason: string;
}

/** One file, checked. */
export interface FileResult {
    readonly file: string;
    readonly format: string;
    readonly resources: readonly string[];
    readonly findings: readonly Finding[];
}
