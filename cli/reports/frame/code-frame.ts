import type { Lines, Position } from "../../input/position";
import type { Scalar } from "../../input/scalar";
import { veiled, type Piece } from "./veiled";

const linesBefore = 2;
const mostWidth = 160;
/** A longer line is no text for people. */
const mostLength = 2000;

/** The lines of a file around a finding, as a report shows them. */
export interface CodeFrame {
    /** Each with its number before it. */
    readonly lines: readonly string[];
    /** The line below, up to the mark. */
    readonly indent: string;
    /** The carets below the value. */
    readonly mark: string;
}

/**
 * The line of a value, two before it, and a mark below the value; undefined where the line is too long to be read.
 *
 * @param isValueShown whether the value itself holds no secret, whatever its key
 */
export function codeFrame(lines: Lines, position: Position, isValueShown: boolean): CodeFrame | undefined {
    const { line, column, endLine, endColumn } = position;
    const first = Math.max(1, line - linesBefore);
    const own = line - first;
    const numbers = Array.from({ length: own + 1 }, (_, index) => first + index);
    if (numbers.some((number) => lines.line(number).length > mostLength)) {
        return undefined;
    }
    // Of what goes on over more lines, its beginning is marked.
    const end = endLine === line ? Math.max(endColumn, column + 1) : column + 1;
    const start = lines.startOf(line) + column - 1;
    const isOwn = (value: Scalar) => value.start >= start && value.end <= lines.startOf(line) + end - 1;
    const shown = numbers.map((number) => veiled(lines, number, (value) => isValueShown && isOwn(value)));
    const [from, to] = [column, end].map((one) => widthBefore(shown[own] ?? [], one - 1));
    const width = String(line).length;
    const numbered = shown.map((pieces, index) => `${String(first + index).padStart(width)} | ${textOf(pieces)}`);
    return numbered.some(({ length }) => length > mostWidth) || from === undefined || to === undefined
        ? undefined
        : {
              lines: numbered.map((text) => text.trimEnd()),
              indent: `${" ".repeat(width)} | ${" ".repeat(from)}`,
              mark: "^".repeat(Math.max(1, to - from)),
          };
}

function textOf(pieces: readonly Piece[]): string {
    return pieces.map(({ text }) => text).join("");
}

/** How wide that is shown which stands before an offset of the line. */
function widthBefore(pieces: readonly Piece[], offset: number): number {
    return textOf(pieces.filter(({ start, length }) => start + length <= offset)).length;
}
