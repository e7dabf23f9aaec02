import { messageOf, problemOf, type ConfiguredSuppression, type Finding, type Fix } from "../../checks";
import type { Lines, Position } from "../input/position";

/** What `--fix` would do about a finding. */
export interface ProposedFix extends Fix {
    /** The change of the file's text, where it is one that carries nothing else of the file. */
    readonly replacement?: Replacement | undefined;
}

/** A part of a file, and what stands there after a fix. */
export interface Replacement {
    readonly region: Position;
    readonly text: string;
}

/** What the checks say of one place of a file. */
export type PlacedFinding = Finding & Placement;

/** Where in a file a finding is, and what the command says of it besides. */
interface Placement extends Position {
    readonly file: string;
    /** When it holds, where the file has conditions: `IsProd is true`; the message ends with it. */
    readonly condition?: string;
    /** Where `--fix` repairs it. */
    readonly fix?: ProposedFix | undefined;
    /** Why `--fix` leaves it, where only the form of the file hinders it. */
    readonly leftAlone?: string;
    /** With a baseline: whether the finding is new, or stands in it. */
    readonly baseline?: "new" | "accepted";
    /** Whether lines of the file show it: not what stands in a text inside them. */
    readonly hasLines: boolean;
    /** Whether its value holds no secret: that of a variable of the Neuron contract. */
    readonly isVariable: boolean;
}

/** What a finding says, and when it holds. */
export function messageIn(finding: PlacedFinding): string {
    return withCondition(messageOf(finding), finding);
}

/** What a finding says beside the lines that show it. */
export function problemIn(finding: PlacedFinding): string {
    return withCondition(problemOf(finding), finding);
}

function withCondition(text: string, { condition }: PlacedFinding): string {
    return condition === undefined ? text : `${text} (when ${condition})`;
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
    /** Whether something of Neuron stands in it, or may. */
    readonly concernsNeuron: boolean;
    readonly findings: readonly PlacedFinding[];
    readonly lines: Lines;
}

/** What is said of a whole run, when all files are checked. */
export interface Closing {
    readonly unmatchedSuppressions: readonly ConfiguredSuppression[];
    /** How many findings stand in the baseline that were not found any more. */
    readonly goneFromBaseline: number;
}
