import type { Lines } from "../../input/position";
import type { Scalar } from "../../input/scalar";
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
        "capacityprovider schedulingstrategy protocol httptokens httpendpoint instancetype cpu memory " +
        "memoryreservation hostport containerport desiredcount minsize maxsize base weight httpputresponsehoplimit " +
        "user volumesize minimumhealthypercent maximumpercent interval timeout retries startperiod"
    ).split(" "),
);

/** What stands between keys and values: punctuation, tags, and what marks documents. */
const punctuation = /^(?:[{}[\],:?-]+|\.\.\.|!\w*)$/;
const harmless = /^(?:true|false|null)$/;
const blockHeader = /^[|>][+\-\d]*/;

/**
 * A line of JSON or YAML as a report may show it. Secrets may stand in any value, so that values are shown only of keys
 * that hold none; the others, comments and the names of anchors are an ellipsis.
 *
 * @param line from 1
 * @param isShown whether a value is shown, whatever its key
 */
export function veiled(
    lines: Lines,
    line: number,
    isShown: (value: Scalar, text: string) => boolean,
): readonly Piece[] {
    const [text, offset] = [lines.line(line), lines.startOf(line)];
    const pieces: Piece[] = [];
    let at = 0;
    for (const scalar of lines.scalarsOn(line)) {
        const [start, end] = [Math.max(0, scalar.start - offset), Math.min(text.length, scalar.end - offset)];
        pieces.push(...between(text.slice(at, start), at));
        const own = text.slice(start, end);
        const isWhole = scalar.start >= offset && scalar.end <= offset + text.length;
        const isPlain = scalar.isKey || plain.has(normal(scalar.key)) || harmless.test(own);
        const isBare = isWhole && (isPlain || isShown(scalar, own));
        pieces.push(...(isBare ? [{ start, length: own.length, text: printable(own) }] : hidden(own, start)));
        at = end;
    }
    return [...pieces, ...between(text.slice(at), at)];
}

/** A value, or the part of one that goes on over more lines. */
function hidden(text: string, start: number): readonly Piece[] {
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    const header = blockHeader.exec(text)?.[0] ?? "";
    const shown = header !== "" ? header : text.startsWith('"') ? '"…"' : text.trim() === "" ? "" : "…";
    return [
        { start, length: lead, text: printable(text.slice(0, lead)) },
        { start: start + lead, length: text.length - lead, text: shown },
    ];
}

function between(text: string, start: number): readonly Piece[] {
    const pieces: Piece[] = [];
    for (const { 0: part, index } of text.matchAll(/\s+|[{}[\],]|[^\s{}[\],]+/g)) {
        if (part.startsWith("#")) {
            return [...pieces, { start: start + index, length: text.length - index, text: "#…" }];
        }
        const shown = part.trim() === "" || punctuation.test(part) ? printable(part) : "…";
        pieces.push({ start: start + index, length: part.length, text: shown });
    }
    return pieces;
}

function normal(key: string): string {
    return key.replace(/\W|_/g, "").toLowerCase();
}
