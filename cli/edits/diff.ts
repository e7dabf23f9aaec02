import type * as diffLibrary from "diff";
import type { Configuration } from "../../checks";
import type { Colours } from "../reports/colours";
import { repairedText, repairsOf } from "./fix-file";
import { printable } from "../reports/frame/printable";
import { veiled } from "../reports/frame/veiled";
import { parseJson } from "../input/parse-json";
import type { Lines } from "../input/position";
import type { ReadFile } from "../input/read-file";

/**
 * What `--fix` would change in a file; empty where it would change nothing. It is for people, not for `patch`: values
 * in which secrets may stand are an ellipsis, as everywhere.
 */
export function repairDiff(path: string, file: ReadFile, configuration: Configuration, colours: Colours): string {
    const repairs = repairsOf(file, configuration);
    const edits = repairs.flatMap(({ changes }) => changes.flatMap((change) => change.edits));
    if (edits.length === 0) {
        return "";
    }
    const { structuredPatch } = require("diff") as typeof diffLibrary;
    const after = repairedText(file.text, repairs);
    const { hunks } = structuredPatch("", "", file.text, after, "", "", { context: 3 });
    const [oldText, newText] = [parseJson(file.text).lines, parseJson(after).lines];
    const written = new Set(edits.flatMap(({ value }) => textsIn(value)));
    const name = printable(path.replaceAll("\\", "/"));
    return [
        colours.bold(`--- ${name}`),
        colours.bold(`+++ ${name} (with --fix)`),
        ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
            colours.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
            ...shownLines(lines, [oldText, oldStart], [newText, newStart], written).map((line) =>
                coloured(line, colours),
            ),
        ]),
        "",
    ].join("\n");
}

/** Lines of a hunk, from the old file or the new one, in which a value that a repair writes is shown. */
function shownLines(
    lines: readonly string[],
    [oldText, oldStart]: readonly [Lines, number],
    [newText, newStart]: readonly [Lines, number],
    written: ReadonlySet<string>,
): readonly string[] {
    let [oldLine, newLine] = [oldStart, newStart];
    return lines.map((line) => {
        const mark = line.charAt(0);
        if (mark === "\\") {
            // That the file does not end with a line's end.
            return line;
        }
        const isNew = mark === "+";
        const pieces = veiled(isNew ? newText : oldText, isNew ? newLine : oldLine, (_, text) => written.has(text));
        oldLine += isNew ? 0 : 1;
        newLine += mark === "-" ? 0 : 1;
        return `${mark}${pieces.map(({ text }) => text).join("")}`;
    });
}

/** The texts in a value, as JSON writes them. */
function textsIn(value: unknown): readonly string[] {
    return typeof value === "object" && value !== null
        ? Object.values(value).flatMap(textsIn)
        : [JSON.stringify(value)];
}

function coloured(line: string, colours: Colours): string {
    return line.startsWith("+") ? colours.green(line) : line.startsWith("-") ? colours.red(line) : line;
}
