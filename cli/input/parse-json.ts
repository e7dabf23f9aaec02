import type * as jsonc from "jsonc-parser";
import { Lines } from "./position";
import type { Scalar } from "./scalar";
import { UnreadableFile, type EqualKey, type Parsed } from "./document";
import { JsonTree } from "./json-tree";

/** Only files with findings, or that cannot be read, need positions. */
function parser(): typeof jsonc {
    return require("jsonc-parser") as typeof jsonc;
}

/** Parses JSON. @throws Unreadable with the line, and without the text */
export function parseJson(text: string): Parsed {
    const content = text.replace(/^\uFEFF/, "");
    const lines = new Lines(content, () => scalarsOf(content));
    let data: unknown;
    try {
        data = JSON.parse(content) as unknown;
    } catch {
        throw unreadable(content, lines);
    }
    let tree: JsonTree | undefined;
    return {
        data,
        lines,
        equalKeys: () => (countedKeys(content) === keysOf(data) ? [] : equalKeys(parser().parseTree(content), lines)),
        positionOf: (place) => lines.range(...(tree ??= new JsonTree(content)).rangeOf(place)),
    };
}

/** The keys and values of a JSON text, in their order. */
function scalarsOf(content: string): readonly Scalar[] {
    const found: Scalar[] = [];
    // The key of each object and list around, from the outmost.
    const keys: string[] = [""];
    let key = "";
    const enter = () => void keys.push(key);
    const leave = () => void (key = keys.pop() ?? "");
    parser().visit(content, {
        onObjectProperty: (name, start, length) => {
            key = name;
            found.push({ start, end: start + length, key, isKey: true });
        },
        onLiteralValue: (_, start, length) => void found.push({ start, end: start + length, key, isKey: false }),
        onObjectBegin: enter,
        onObjectEnd: leave,
        onArrayBegin: enter,
        onArrayEnd: leave,
    });
    return found;
}

function unreadable(content: string, lines: Lines): UnreadableFile {
    const { parse, printParseErrorCode } = parser();
    const errors: jsonc.ParseError[] = [];
    parse(content, errors, { disallowComments: true });
    const [first] = errors;
    // "PropertyNameExpected" reads as "property name expected".
    const reason =
        first === undefined
            ? ""
            : `: ${printParseErrorCode(first.error)
                  .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
                  .toLowerCase()}`;
    return new UnreadableFile(`it is not JSON${reason}`, lines.range(first?.offset ?? 0, first?.offset ?? 0).line);
}

/** How many keys stand in a text; quick, because it is asked of every file. */
function countedKeys(content: string): number {
    return content.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
}

function keysOf(data: unknown): number {
    if (typeof data !== "object" || data === null) {
        return 0;
    }
    const own = Array.isArray(data) ? 0 : Object.keys(data).length;
    return Object.values(data).reduce<number>((sum, value) => sum + keysOf(value), own);
}

function equalKeys(node: jsonc.Node | undefined, lines: Lines): readonly EqualKey[] {
    const seen = new Set<unknown>();
    return (node?.children ?? []).flatMap((child): readonly EqualKey[] => {
        const [key, value] = child.type === "property" ? (child.children ?? []) : [undefined, child];
        const isEqual = key !== undefined && seen.has(key.value);
        seen.add(key?.value);
        const own = isEqual ? [{ key: String(key.value), line: lines.range(key.offset, key.offset).line }] : [];
        return [...own, ...equalKeys(value, lines)];
    });
}
