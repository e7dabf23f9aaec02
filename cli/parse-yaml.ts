import type * as yaml from "yaml";
import { Lines, type Position } from "./position";
import { spellings, Unreadable, type Parsed, type Place } from "./document";

/** More nodes than any template has: aliases can make a small file large. */
const mostNodes = 1_000_000;

/**
 * Parses YAML, with CloudFormation's short tags in their long form: `!Ref x` is `{"Ref": "x"}`, `!Sub x` is
 * `{"Fn::Sub": "x"}`. @throws Unreadable with the line, and without the text
 */
export function parseYaml(text: string): Parsed {
    const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = require("yaml") as typeof yaml;
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
    const [error] = document.errors;
    if (error !== undefined) {
        const reason = error.code.replaceAll("_", " ").toLowerCase();
        throw new Unreadable(`it is not YAML: ${reason}`, counter.linePos(error.pos[0]).line);
    }
    let nodes = 0;
    const plain = (node: unknown): unknown => {
        if (++nodes > mostNodes) {
            throw new Unreadable("it is too large, or its aliases make it so");
        }
        if (isAlias(node)) {
            return plain(node.resolve(document));
        }
        const value = isMap(node)
            ? Object.fromEntries(node.items.map(({ key, value: item }) => [keyOf(key), plain(item)]))
            : isSeq(node)
              ? node.items.map(plain)
              : isScalar(node)
                ? node.value
                : null;
        return withTag((node as yaml.Node | null)?.tag, value);
    };
    const keyOf = (key: unknown): string => String(isScalar(key) ? key.value : key);
    const keys = new Map<object, ReadonlyMap<string, unknown>>();
    const valuesOf = (map: yaml.YAMLMap) => {
        const values = keys.get(map) ?? new Map(map.items.map((item) => [keyOf(item.key), item.value]));
        keys.set(map, values);
        return values;
    };
    const childOf = (node: unknown, key: string | number): unknown => {
        if (typeof key === "number") {
            return isSeq(node) ? node.items[key] : undefined;
        }
        const values = isMap(node) ? valuesOf(node) : undefined;
        return (
            values &&
            spellings(key)
                .map((spelling) => values.get(spelling))
                .find((value) => value !== undefined)
        );
    };
    const lines = new Lines(text);
    const positionOf = (place: Place): Position => {
        let node: unknown = document.contents;
        for (const key of place) {
            const child = childOf(node, key);
            if (child === undefined || child === null) {
                break;
            }
            node = child;
        }
        const [start, end] = (node as yaml.Node | null)?.range ?? [0, 0];
        return lines.range(start, end);
    };
    return { data: plain(document.contents), lines, positionOf };
}

function withTag(tag: string | undefined, value: unknown): unknown {
    if (tag === undefined || !/^![A-Z]\w*$/.test(tag)) {
        return value;
    }
    const name = tag.slice(1);
    if (name === "Ref" || name === "Condition") {
        return { [name]: value };
    }
    return { [`Fn::${name}`]: name === "GetAtt" && typeof value === "string" ? value.split(".") : value };
}
