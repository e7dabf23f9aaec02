import type * as diffLibrary from "diff";
import type { Configuration } from "../checks";
import type { Colours } from "./colours";
import { repairedText, repairsOf } from "./fix-file";
import { isInBlockScalar } from "./frame/block-scalar";
import { printable } from "./frame/printable";
import { veiled } from "./frame/veiled";
import { Lines } from "./position";
import type { ReadFile } from "./read-file";

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
    const [oldText, newText] = [new Lines(file.text), new Lines(after)];
    const written = new Set(edits.flatMap(({ value }) => textsIn(value)));
    const name = printable(path.replaceAll("\\", "/"));
    return [
        colours.bold(`--- ${name}`),
        colours.bold(`+++ ${name} (with --fix)`),
        ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
            colours.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
            ...shownLines(lines, written, scripts(lines, [oldText, oldStart], [newText, newStart])).map((line) =>
                coloured(line, colours),
            ),
        ]),
        "",
    ].join("\n");
}

/** Lines of a hunk, in which a value that a repair writes is shown. */
function shownLines(
    lines: readonly string[],
    written: ReadonlySet<string>,
    isScript: readonly boolean[],
): readonly string[] {
    const texts = lines.map((line) => line.slice(1).replace(/\r$/, ""));
    const pieces = veiled(texts, (_line, _start, value) => written.has(value), isScript);
    return lines.map((line, index) => `${line.charAt(0)}${(pieces[index] ?? []).map(({ text }) => text).join("")}`);
}

/** Which lines of a hunk are of a text over several lines, in the old file or in the new one. */
function scripts(
    lines: readonly string[],
    [oldText, oldStart]: readonly [Lines, number],
    [newText, newStart]: readonly [Lines, number],
): readonly boolean[] {
    let [oldLine, newLine] = [oldStart, newStart];
    return lines.map((line) => {
        const isNew = line.startsWith("+");
        const isScript = isNew ? isInBlockScalar(newText, newLine) : isInBlockScalar(oldText, oldLine);
        oldLine += isNew ? 0 : 1;
        newLine += line.startsWith("-") ? 0 : 1;
        return isScript;
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
