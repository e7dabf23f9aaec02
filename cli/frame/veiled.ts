import { printable } from "./printable";

/** A part of a line: where it begins, from 0, how long it is there, and what is shown of it. */
export interface Piece {
    readonly start: number;
    readonly length: number;
    readonly text: string;
}

/** Keys whose values are no secrets: what ECS and EC2 call things, and what rules judge. */
const plain = new Set(
    (
        "name family type image imageid containername condition essential privileged sourcevolume containerpath " +
        "sourcepath hostpath readonly add drop permissions requirescompatibilities networkmode expression launchtype " +
        "capacityprovider schedulingstrategy protocol httptokens httpendpoint instancetype"
    ).split(" "),
);

const token = /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[{}[\],:]|[^\s{}[\],"':][^\s{}[\],"']*|\s+/g;
const harmless = /^(?:[{[,:\s-].*|\d+(?:\.\d+)?|true|false|null|[|>][+-]?|![\w:]*)$/;

/**
 * Lines of JSON or YAML as a report may show them. Secrets may stand in any value, so that values are shown only of
 * keys that hold none; the others are an ellipsis.
 *
 * @param isShown whether a value at a place of a line is shown, whatever its key
 * @param isScript which lines are of a text over several lines, that has no keys
 */
export function veiled(
    lines: readonly string[],
    isShown: (line: number, start: number, value: string) => boolean,
    isScript: readonly boolean[] = [],
): readonly (readonly Piece[])[] {
    let key = "";
    return lines.map((line, index) => {
        const pieces: Piece[] = [];
        if (isScript[index] === true) {
            const indent = line.length - line.trimStart().length;
            const blank = { start: 0, length: indent, text: printable(line.slice(0, indent)) };
            return [blank, { start: indent, length: line.length - indent, text: "…" }];
        }
        for (const { 0: text, index: start } of line.matchAll(token)) {
            if (text.startsWith("#")) {
                return [...pieces, { start, length: line.length - start, text: "#…" }];
            }
            const isKey = isKeyBefore(text, line.slice(start + text.length));
            if (isKey) {
                key = text.replace(/\W|_/g, "").toLowerCase();
            } else if (text === "}" || text === "]") {
                key = "";
            }
            const isPlain = isKey || /^[}\]]/.test(text) || harmless.test(text) || plain.has(key);
            const shown = isPlain || isShown(index, start, text) ? printable(text) : text.startsWith('"') ? '"…"' : "…";
            pieces.push({ start, length: text.length, text: shown });
        }
        return pieces;
    });
}

function isKeyBefore(text: string, rest: string): boolean {
    return /^["']/.test(text) ? /^\s*:/.test(rest) : text.length > 1 && text.endsWith(":");
}
