import type * as yaml from "yaml";
import { jsonLanguage } from "./json-text";
import { withEdits, type DefinitionEdits, type TextLanguage } from "./text-language";
import { YamlForm } from "./yaml-form";
import { column, isBlock, yamlLayoutOf, type YamlLayout } from "./yaml-layout";
import { NotCertain, nodeRange, YamlLines } from "./yaml-lines";

/**
 * A YAML text with edits of the task definitions that stand in one of its documents. Every byte that they do not touch
 * is as before: comments, quotes, indentation, line ends, the order of keys, and what stands on one line.
 *
 * @param root the value of the document
 * @throws RangeError when there is nothing at a place
 * @throws NotCertain when a form is one that cannot be changed with certainty
 */
export function editedYaml(text: string, root: yaml.Node, definitions: readonly DefinitionEdits[]): string {
    const library = require("yaml") as typeof yaml;
    const language = new YamlLanguage(library, yamlLayoutOf(library, root, text));
    return withEdits(text, root, definitions, language, jsonLanguage);
}

class YamlLanguage implements TextLanguage<yaml.Node> {
    constructor(
        private readonly library: typeof yaml,
        private readonly layout: YamlLayout,
    ) {}

    read(text: string): yaml.Node | undefined {
        return this.library.parseDocument(text, { logLevel: "silent", uniqueKeys: false }).contents ?? undefined;
    }

    range(node: yaml.Node, text: string): readonly [number, number] {
        const [start, end] = nodeRange(node);
        const lines = this.lines(text);
        return [start, isBlock(this.library, node) ? lines.lineAfter(lines.endOf(node)) : end];
    }

    indent(node: yaml.Node, text: string): string {
        const [start] = nodeRange(node);
        return isBlock(this.library, node) ? " ".repeat(column(node, text)) : this.lines(text).indentAt(start);
    }

    keys(node: yaml.Node): readonly string[] | undefined {
        return this.library.isMap(node) ? node.items.map(({ key }) => this.keyOf(key)) : undefined;
    }

    child(node: yaml.Node, step: string | number): yaml.Node | undefined {
        const { isMap, isSeq } = this.library;
        const item = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
        const value = isMap(node) && typeof step === "string" ? node.items[this.indexOf(node, step)]?.value : item;
        return (value ?? undefined) as yaml.Node | undefined;
    }

    /** Null, or an empty list or map: on lines of their own these cannot be written. */
    isEmpty(node: yaml.Node, text: string): boolean {
        return this.library.isScalar(node)
            ? node.value === null
            : /^(?:\[\s*\]|\{\s*\})$/.test(text.slice(node.range?.[0], node.range?.[1]));
    }

    textIn(node: yaml.Node): string | undefined {
        return this.library.isScalar(node) && typeof node.value === "string" ? node.value : undefined;
    }

    replaced(text: string, node: yaml.Node, value: unknown): string {
        return this.form(text).replaced(node, value);
    }

    filled(text: string, holder: yaml.Node, key: string | number, value: unknown): string {
        const node = this.child(holder, key);
        if (node === undefined || !this.library.isMap<yaml.Node>(holder)) {
            throw new NotCertain();
        }
        return this.form(text).filled(holder, node, String(key), value);
    }

    added(text: string, holder: yaml.Node, value: unknown, key?: string): string {
        return this.form(text).added(this.collection(holder), value, key);
    }

    removed(text: string, holder: yaml.Node, step: string | number): string {
        const collection = this.collection(holder);
        const index = typeof step === "number" ? step : this.indexOf(collection, step);
        return this.form(text).removed(collection, index);
    }

    private collection(node: yaml.Node): yaml.YAMLMap<yaml.Node, yaml.Node | null> | yaml.YAMLSeq<yaml.Node> {
        if (!this.library.isCollection(node)) {
            throw new NotCertain();
        }
        return node as yaml.YAMLMap<yaml.Node, yaml.Node | null> | yaml.YAMLSeq<yaml.Node>;
    }

    /** Of several properties with one key the last counts. */
    private indexOf({ items }: yaml.YAMLMap | yaml.YAMLSeq, key: string): number {
        return items.map((item) => this.library.isPair(item) && this.keyOf(item.key)).lastIndexOf(key);
    }

    private keyOf(key: unknown): string {
        return this.library.isScalar(key) ? (key.source ?? String(key.value)) : "";
    }

    private lines(text: string): YamlLines {
        return new YamlLines(this.library, text, this.layout.lineEnd);
    }

    private form(text: string): YamlForm {
        return new YamlForm(this.library, text, this.layout);
    }
}
