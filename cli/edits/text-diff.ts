import type * as diffLibrary from "diff";
import { parseJson } from "../input/parse-json";
import { parseYaml } from "../input/parse-yaml";
import { Lines } from "../input/position";
import type { Colours } from "../reports/colours";
import { coloured, countNew, countOld, maxContext, nearest, range, withEvenContext, type DiffPart } from "./diff-part";
import { printable } from "../reports/frame/printable";
import { veiled } from "../reports/frame/veiled";

/** What a difference is called, and how it looks. */
export interface DiffStyle {
    readonly path: string;
    /** What the new text is: `with --fix`. */
    readonly label: string;
    /** Whether the texts are JSON; else they are YAML. */
    readonly isJson: boolean;
    readonly colours: Colours;
    /** Whether a value may be shown, as JSON writes it; all others may be secrets. */
    readonly isShown: (text: string) => boolean;
}

const noLineEnd = "\\ No newline at end of file";

/** A difference of two texts. */
export interface TextDiff {
    readonly text: string;
    /** Whether `patch` takes it: not where a line that changes has something that is not shown. */
    readonly isWhole: boolean;
}

/** What is said of a difference that is not whole. @param option what writes the file */
export function notForPatch(option: string): string {
    return `a line that changes has a comment or a value that is not shown: patch cannot take it, ${option} does it`;
}

/**
 * The difference of two texts of JSON or YAML, as `patch` takes it. Values in which secrets may stand, and comments,
 * are an ellipsis: such lines are not shown around a change, and one that changes is not for `patch`.
 */
export function textDiff(
    before: string,
    after: string,
    { path, label, isJson, colours, isShown }: DiffStyle,
): TextDiff {
    const { structuredPatch } = require("diff") as typeof diffLibrary;
    const { hunks } = structuredPatch("", "", before, after, "", "", { context: 0 });
    const [oldText, newText] = [before, after].map((text) => linesOf(text, isJson)) as [Lines, Lines];
    const lineEnd = before.includes("\r\n") ? "\r" : "";
    const shown = (lines: Lines, line: number) =>
        veiled(lines, line, (_, own) => isShown(isJson ? own : inJson(own)))
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
    const parts: DiffPart[] = [];
    // The first line behind those that are shown so far.
    let next = 1;
    let isWhole = true;
    const changedLine = (lines: Lines, line: number) => {
        const text = shown(lines, line);
        isWhole &&= text === lines.line(line);
        return `${text}${lineEnd}`;
    };
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
                ? `+${changedLine(newText, newLine++)}`
                : mark === "-"
                  ? `-${changedLine(oldText, oldLine++)}`
                  : line;
        });
        parts.at(-1)?.lines.push(...changed);
        next = oldStart + oldLines;
    }
    parts.at(-1)?.lines.push(...below(next, count + 1));
    const name = printable(path.replaceAll("\\", "/"));
    const all = [
        colours.bold(`--- ${name}`),
        colours.bold(`+++ ${name}\t(${label})`),
        ...parts
            .map((part) => withEvenContext(part, count))
            .flatMap((part) => [
                colours.cyan(`@@ -${range(part.oldStart, countOld(part))} +${range(part.newStart, countNew(part))} @@`),
                ...part.lines.map((line) => coloured(line, colours)),
            ]),
        "",
    ];
    return { text: all.join("\n"), isWhole };
}

function linesOf(text: string, isJson: boolean): Lines {
    return isJson ? parseJson(text).lines : (parseYaml(text)[0]?.lines ?? new Lines(text));
}

/** A value of YAML, as JSON writes it. */
function inJson(text: string): string {
    try {
        return JSON.stringify(parseYaml(text)[0]?.data) ?? "";
    } catch {
        return "";
    }
}
