import type * as jsonc from "jsonc-parser";
import { JsonForm, jsonLayoutOf, type JsonLayout } from "./json-form";
import { withEdits, type DefinitionEdits, type TextLanguage } from "./text-language";

type Node = jsonc.Node;

/** Only what changes a file needs it. */
function treeOf(text: string): Node | undefined {
    return (require("jsonc-parser") as typeof jsonc).parseTree(text);
}

/**
 * A JSON text with edits of the task definitions that stand in it. Every byte that they do not touch is as before:
 * indentation, line ends, blanks, the order of keys.
 *
 * @throws RangeError when there is nothing at a place
 */
export function editedText(text: string, definitions: readonly DefinitionEdits[]): string {
    const root = treeOf(text.replace(/^\uFEFF/, " "));
    return withEdits(text, root, definitions, jsonLanguage(text), jsonLanguage);
}

/** JSON in the layout of a text. */
export function jsonLanguage(text: string): TextLanguage<Node> {
    return new JsonLanguage(jsonLayoutOf(text));
}

class JsonLanguage implements TextLanguage<Node> {
    readonly read = treeOf;

    constructor(private readonly layout: JsonLayout) {}

    range({ offset, length }: Node): readonly [number, number] {
        return [offset, offset + length];
    }

    /** The indentation of the line on which the value begins goes on in what is added to it. */
    indent({ offset }: Node, text: string): string {
        return this.form(text).indentAt(offset);
    }

    keys({ type, children = [] }: Node): readonly string[] | undefined {
        return type === "object" ? children.map((one) => String(one.children?.[0]?.value)) : undefined;
    }

    child(node: Node, step: string | number): Node | undefined {
        const found = childOf(node, step);
        return typeof step === "number" ? found : found?.children?.[1];
    }

    isEmpty({ type }: Node): boolean {
        return type === "null";
    }

    textIn({ type, value }: Node): string | undefined {
        return type === "string" ? (value as string) : undefined;
    }

    replaced(text: string, node: Node, value: unknown): string {
        return this.form(text).replaced(node, value);
    }

    filled(text: string, holder: Node, key: string | number, value: unknown): string {
        const node = this.child(holder, key);
        return node === undefined ? text : this.replaced(text, node, value);
    }

    added(text: string, holder: Node, value: unknown, key?: string): string {
        return this.form(text).added(holder, value, key);
    }

    removed(text: string, holder: Node, step: string | number): string {
        const child = childOf(holder, step);
        return child === undefined ? text : this.form(text).removed(holder, child);
    }

    private form(text: string): JsonForm {
        return new JsonForm(text, this.layout);
    }
}

/** An item, or a property. Of several properties with one key the last counts, as in JSON.parse. */
function childOf({ type, children = [] }: Node, step: string | number): Node | undefined {
    if (typeof step === "number") {
        return type === "array" ? children[step] : undefined;
    }
    return type === "object" ? children.filter((one) => one.children?.[0]?.value === step).at(-1) : undefined;
}
