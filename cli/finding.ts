import type { Finding } from "../checks";
import type { Position } from "./position";

/** What the checks say of one place of a file. */
export interface PlacedFinding extends Finding, Position {
    readonly file: string;
    /** When it holds, where the file has conditions: `IsProd is true`; the message ends with it, too. */
    readonly condition?: string;
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
    readonly findings: readonly PlacedFinding[];
}
