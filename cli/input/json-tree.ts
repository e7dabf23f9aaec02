import type * as jsonc from "jsonc-parser";
import { stepInto, type Place } from "./document";
import { offsetsOf } from "./text-offsets";

/** From the first character of a value up to the one after its last. */
export type TextRange = readonly [start: number, end: number];

/** Finds values of a JSON text; the keys of an object are listed once, because some have thousands. */
export class JsonTree {
    private readonly root: jsonc.Node | undefined;
    private readonly keys = new Map<jsonc.Node, ReadonlyMap<string, jsonc.Node>>();

    constructor(private readonly content: string) {
        // Only files with findings, or that cannot be read, need positions.
        this.root = (require("jsonc-parser") as typeof jsonc).parseTree(content);
    }

    /** The range of the value at a place, or of the deepest one on the way to it. */
    rangeOf(place: Place): TextRange {
        let node = this.root;
        for (const [index, step] of place.entries()) {
            const child = node && this.childOf(node, step);
            if (node === undefined || child === undefined) {
                return (node && this.rangeInside(node, place.slice(index))) ?? rangeOf(node);
            }
            node = child;
        }
        return rangeOf(node);
    }

    private rangeInside({ offset, length, value }: jsonc.Node, place: Place): TextRange | undefined {
        return rangeInText(value, this.content.slice(offset, offset + length), offset, place);
    }

    private childOf(node: jsonc.Node, key: string | number): jsonc.Node | undefined {
        return stepInto(node, key, {
            items: node.type === "array" ? (node.children ?? []) : undefined,
            value: (spelling) => this.valuesOf(node).get(spelling),
        });
    }

    private valuesOf(node: jsonc.Node): ReadonlyMap<string, jsonc.Node> {
        let values = this.keys.get(node);
        if (values === undefined) {
            const properties = node.type === "object" ? (node.children ?? []) : [];
            const pairs = properties.flatMap(({ children: [key, value] = [] }): [string, jsonc.Node][] =>
                key === undefined || value === undefined ? [] : [[String(key.value), value]],
            );
            // Of several properties with one key the last counts, as in JSON.parse.
            values = new Map(pairs);
            this.keys.set(node, values);
        }
        return values;
    }
}

/**
 * The range of a value in a text of JSON that stands in another text; undefined for any other text.
 *
 * @param source what writes the text
 * @param start where the source stands
 */
export function rangeInText(text: unknown, source: string, start: number, place: Place): TextRange | undefined {
    const offsets = typeof text === "string" ? offsetsOf(text, source) : undefined;
    if (typeof text !== "string" || offsets === undefined) {
        return undefined;
    }
    const [from, to] = new JsonTree(text).rangeOf(place);
    return to === 0 ? undefined : [start + offsets(from), start + offsets(to)];
}

function rangeOf(node: jsonc.Node | undefined): TextRange {
    return node === undefined ? [0, 0] : [node.offset, node.offset + node.length];
}
