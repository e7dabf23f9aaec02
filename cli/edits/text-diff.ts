import type * as diffLibrary from "diff";
import { parseJson } from "../input/parse-json";
import type { Lines } from "../input/position";
import type { Colours } from "../reports/colours";
import { printable } from "../reports/frame/printable";
import { veiled } from "../reports/frame/veiled";

/** What a difference is called, and how it looks. */
export interface DiffStyle {
    readonly path: string;
    /** What the new text is: `with --fix`. */
    readonly label: string;
    readonly colours: Colours;
    /** Whether a value may be shown, as JSON writes it; all others may be secrets. */
    readonly isShown: (text: string) => boolean;
}

/** A part of a difference: lines with their marks, from a line of the old text and of the new one on. */
interface Part {
    readonly oldStart: number;
    readonly newStart: number;
    readonly lines: string[];
}

const maxContext = 3;
const noLineEnd = "\\ No newline at end of file";

/**
 * The difference of two JSON texts, as `patch` takes it. Values in which secrets may stand are an ellipsis: such lines
 * are not shown around a change, and one that changes is not for `patch`.
 */
export function textDiff(before: string, after: string, { path, label, colours, isShown }: DiffStyle): string {
    const { structuredPatch } = require("diff") as typeof diffLibrary;
    const { hunks } = structuredPatch("", "", before, after, "", "", { context: 0 });
    const [oldText, newText] = [parseJson(before).lines, parseJson(after).lines];
    const lineEnd = before.includes("\r\n") ? "\r" : "";
    const shown = (lines: Lines, line: number) =>
        veiled(lines, line, (_, own) => isShown(own))
            .map((piece) => piece.text)
            .join("");
    const count = before.split("\n").length - (before.endsWith("\n") ? 1 : 0);
    const isContext = (line: number) => line >= 1 && line <= count && shown(oldText, line) === oldText.line(line);
    const contextLine = (line: number) => ` ${oldText.line(line)}${lineEnd}`;
    const below = (from: number, end: number): readonly string[] => {
        const lines = nearest(from, 1, (line) => line < end && isContext(line));
        const isEnd = lines.includes(count) && !before.endsWith("\n");
        return [...lines.map(contextLine), ...(isEnd ? [noLineEnd] : [])];
    };
    const parts: Part[] = [];
    // The first line behind those that are shown so far.
    let next = 1;
    for (const { oldStart, oldLines, newStart, lines } of hunks) {
        const last = parts.at(-1);
        const gap = Array.from({ length: oldStart - next }, (_, index) => next + index);
        const joins = last !== undefined && gap.length <= 2 * maxContext && gap.every(isContext);
        if (joins) {
            last.lines.push(...gap.map(contextLine));
        } else {
            last?.lines.push(...below(next, oldStart));
            const first = last === undefined ? 1 : last.oldStart + countOld(last);
            const above = nearest(oldStart - 1, -1, (line) => line >= first && isContext(line)).reverse();
            parts.push({
                oldStart: oldStart - above.length,
                newStart: newStart - above.length,
                lines: above.map(contextLine),
            });
        }
        let [oldLine, newLine] = [oldStart, newStart];
        const changed = lines.map((line) => {
            const mark = line.charAt(0);
            return mark === "+"
                ? `+${shown(newText, newLine++)}${lineEnd}`
                : mark === "-"
                  ? `-${shown(oldText, oldLine++)}${lineEnd}`
                  : line;
        });
        parts.at(-1)?.lines.push(...changed);
        next = oldStart + oldLines;
    }
    parts.at(-1)?.lines.push(...below(next, count + 1));
    const name = printable(path.replaceAll("\\", "/"));
    return [
        colours.bold(`--- ${name}`),
        colours.bold(`+++ ${name}\t(${label})`),
        ...parts.flatMap((part) => [
            colours.cyan(`@@ -${range(part.oldStart, countOld(part))} +${range(part.newStart, countNew(part))} @@`),
            ...part.lines.map((line) => coloured(line, colours)),
        ]),
        "",
    ].join("\n");
}

/** The lines next to a change that may be shown, from the nearest on. */
function nearest(from: number, step: number, isThere: (line: number) => boolean): number[] {
    const lines: number[] = [];
    for (let line = from; lines.length < maxContext && isThere(line); line += step) {
        lines.push(line);
    }
    return lines;
}

function countOld({ lines }: Part): number {
    return lines.filter((line) => line.startsWith(" ") || line.startsWith("-")).length;
}

function countNew({ lines }: Part): number {
    return lines.filter((line) => line.startsWith(" ") || line.startsWith("+")).length;
}

/** A range without lines is behind the line that it names. */
function range(line: number, lines: number): string {
    return `${lines === 0 ? line - 1 : line},${lines}`;
}

function coloured(line: string, colours: Colours): string {
    return line.startsWith("+") ? colours.green(line) : line.startsWith("-") ? colours.red(line) : line;
}
