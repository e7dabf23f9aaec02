import { codeFrame } from "../../../../cli/reports/frame/code-frame";
import { parseJson } from "../../../../cli/input/parse-json";
import { parseYaml } from "../../../../cli/input/parse-yaml";
import { Lines } from "../../../../cli/input/position";

/** The lines of a text of either language. */
export function linesOf(text: string): Lines {
    return isJson(text) ? parseJson(text).lines : (parseYaml(text)[0]?.lines ?? new Lines(text));
}

function isJson(text: string): boolean {
    try {
        return Boolean(JSON.parse(text));
    } catch {
        return false;
    }
}

/** The frame around the first place of a part of a text, as it is printed. */
export function framed(text: string, part: string, isValueShown = false, columns?: number): string {
    const lines = linesOf(text);
    const start = text.indexOf(part);
    const frame = codeFrame(lines, lines.range(start, start + part.length), isValueShown, columns);
    return frame === undefined ? "" : [...frame.lines, `${frame.indent}${frame.mark}`].join("\n");
}
