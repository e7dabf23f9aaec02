import type { Lines, Position } from "../../input/position";
import type { Scalar } from "../../input/scalar";
import { cellsOf, columnsOf, textOf } from "../columns";
import { veiled, type Piece } from "./veiled";

const linesBefore = 2;
const maxWidth = 160;
/** A longer line is no text for people. */
const maxLength = 2000;

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
 * @param columns how wide the lines may be; what is cut off is an ellipsis
 */
export function codeFrame(
    lines: Lines,
    position: Position,
    isValueShown: boolean,
    columns = Infinity,
): CodeFrame | undefined {
    const { line, column, endLine, endColumn } = position;
    const first = Math.max(1, line - linesBefore);
    const own = line - first;
    const numbers = Array.from({ length: own + 1 }, (_, index) => first + index);
    if (numbers.some((number) => lines.line(number).length > maxLength)) {
        return undefined;
    }
    // Of what goes on over more lines, its beginning is marked.
    const end = endLine === line ? Math.max(endColumn, column + 1) : column + 1;
    const start = lines.startOf(line) + column - 1;
    const isOwn = (value: Scalar) => value.start >= start && value.end <= lines.startOf(line) + end - 1;
    const shown = numbers.map((number) => veiled(lines, number, (value) => isValueShown && isOwn(value)));
    const [from, to] = [column, end].map((one) => widthBefore(shown[own] ?? [], one - 1));
    const width = String(line).length;
    const texts = shown.map(shownText);
    if (texts.some((text) => width + 3 + columnsOf(text) > maxWidth) || from === undefined || to === undefined) {
        return undefined;
    }
    const room = columns - width - 3;
    // So far to the left that the marked value can be seen, or as much of it as there is room for.
    const shift = Math.max(0, Math.min(from - 1, to + 1 - room));
    const number = (index: number) => String(first + index).padStart(width);
    return {
        lines: texts.map((text, index) => `${number(index)} | ${cut(text, shift, room)}`.trimEnd()),
        indent: `${" ".repeat(width)} | ${" ".repeat(from - shift)}`,
        mark: "^".repeat(Math.max(1, Math.min(to - from, room - (from - shift)))),
    };
}

/** A text from some column on, in so many columns. */
function cut(text: string, shift: number, room: number): string {
    if (shift === 0 && columnsOf(text) <= room) {
        return text;
    }
    const cells = cellsOf(text);
    const rest = shift === 0 ? cells : cells.length <= shift ? [] : ["…", ...cells.slice(shift + 1)];
    return textOf(rest.length <= room ? rest : [...rest.slice(0, room - 1), "…"]);
}

function shownText(pieces: readonly Piece[]): string {
    return pieces.map(({ text }) => text).join("");
}

/** How wide that is shown which stands before an offset of the line. */
function widthBefore(pieces: readonly Piece[], offset: number): number {
    return columnsOf(shownText(pieces.filter(({ start, length }) => start + length <= offset)));
}
