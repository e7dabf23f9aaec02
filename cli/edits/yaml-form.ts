import type * as yaml from "yaml";
import { column, isBlock, needsQuotes, type YamlLayout } from "./yaml-layout";
import { addedInBrackets, type Brackets } from "./yaml-inline";
import { NotCertain, nodeRange, YamlLines } from "./yaml-lines";
import { YamlWriter } from "./yaml-writer";

type Collection = yaml.YAMLMap<yaml.Node, yaml.Node | null> | yaml.YAMLSeq<yaml.Node>;

/** Writes into a YAML text of some layout. Comments stay where they are. */
export class YamlForm {
    private readonly writer: YamlWriter;
    private readonly lines: YamlLines;

    constructor(
        private readonly library: typeof yaml,
        private readonly text: string,
        private readonly layout: YamlLayout,
    ) {
        this.writer = new YamlWriter(library, layout);
        this.lines = new YamlLines(library, text, layout.lineEnd);
    }

    /** The text with a node replaced by a value. */
    replaced(node: yaml.Node, value: unknown): string {
        const { isScalar, isMap } = this.library;
        const [start, end] = nodeRange(node);
        if (isScalar(node) && !/^BLOCK/.test(node.type ?? "")) {
            // Quotes without need are a choice.
            const isChoice = typeof node.value === "string" && !needsQuotes(this.library, node.value);
            return this.lines.spliced(start, end, this.writer.scalar(value, isChoice ? node.type : undefined));
        }
        if (isMap(node) && isObject(value)) {
            return this.withValues(node as yaml.YAMLMap<yaml.Node, yaml.Node | null>, value);
        }
        throw new NotCertain();
    }

    /** The text with a value for a key that has none, or null. */
    filled(holder: yaml.YAMLMap<yaml.Node>, node: yaml.Node, key: string, value: unknown): string {
        const [start, end] = nodeRange(node);
        if (!isBlock(this.library, holder) || !isObject(value) || Object.keys(value).length === 0) {
            return this.lines.spliced(
                start,
                end,
                (this.text[start - 1] === ":" ? " " : "") + this.writer.inline(value),
            );
        }
        const [, ...lines] = this.writer.block({ [key]: value });
        const below = this.lines.below(end, lines, column(holder, this.text));
        const colon = this.text.slice(0, start).trimEnd().length;
        return below.slice(0, start === end ? start : colon) + below.slice(end);
    }

    /** The text with an item added to the end of a list, or a property, if it has a key, to the end of a map. */
    added(holder: Collection, value: unknown, key?: string): string {
        if (!isBlock(this.library, holder)) {
            const content = (key === undefined ? "" : `${this.writer.key(key)}: `) + this.writer.inline(value);
            return addedInBrackets(this.text, this.brackets(holder), content, this.layout.lineEnd);
        }
        const last = holder.items.at(-1);
        const isInline = this.library.isMap(last) && last.flow === true;
        const lines =
            key !== undefined
                ? this.writer.block({ [key]: value })
                : isInline
                  ? [`- ${this.writer.inline(value)}`]
                  : this.writer.block([value]);
        return this.lines.below(this.lines.endOf(holder), lines, column(holder, this.text));
    }

    /** The text without an item of a list, or a property of a map, which stands on lines of its own. */
    removed(holder: Collection, index: number): string {
        const ends = holder.items.map((item) => this.lines.endOf(item));
        const starts = holder.items.map((item) => nodeRange(this.library.isPair(item) ? item.key : item)[0]);
        const [start = 0, end = 0, next] = [starts[index], ends[index], starts[index + 1]];
        if (holder.items.length < 2) {
            throw new NotCertain();
        }
        if (!isBlock(this.library, holder)) {
            const before = ends[index - 1];
            return before === undefined ? this.lines.without(start, next ?? end) : this.lines.without(before, end);
        }
        const from = this.library.isSeq(holder) ? this.lines.dash(start, column(holder, this.text)) : start;
        const lineStart = this.text.lastIndexOf("\n", from - 1) + 1;
        if (this.text.slice(lineStart, from).trim() === "") {
            return this.lines.spliced(lineStart, this.lines.lineAfter(end), "");
        }
        // The first property of an item stands behind the dash.
        if (next === undefined || this.library.isSeq(holder)) {
            throw new NotCertain();
        }
        return this.lines.without(start, next);
    }

    /** A map with the same keys, and other values. */
    private withValues(node: yaml.YAMLMap<yaml.Node, yaml.Node | null>, value: object): string {
        const pairs = node.items.map((pair) => ({ key: String(this.valueOf(pair.key)), node: pair.value }));
        const keys = Object.keys(value);
        if (keys.length !== pairs.length || !pairs.every(({ key }) => keys.includes(key))) {
            throw new NotCertain();
        }
        return pairs.reduceRight((text, one) => {
            const form = new YamlForm(this.library, text, this.layout);
            const after = (value as Readonly<Record<string, unknown>>)[one.key];
            return one.node === null || this.valueOf(one.node) === after ? text : form.replaced(one.node, after);
        }, this.text);
    }

    private valueOf(node: yaml.Node): unknown {
        return this.library.isScalar(node) ? node.value : undefined;
    }

    private brackets(holder: Collection): Brackets {
        const [start, end] = nodeRange(holder);
        const last = holder.items.at(-1);
        const first = this.library.isPair(last) ? last.key : last;
        return {
            start,
            end,
            last: first && { start: nodeRange(first)[0], end: this.lines.endOf(last) },
            pad: this.library.isMap(holder) ? this.layout.pad : "",
        };
    }
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}
