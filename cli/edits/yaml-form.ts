import type * as yaml from "yaml";
import { column, isBlock, needsQuotes, type YamlLayout } from "./yaml-layout";
import { addedInBrackets, type Brackets } from "./yaml-inline";
import { YamlWriter } from "./yaml-writer";

/** A form of YAML of which it is not certain what a change would leave. */
export class NotCertain extends Error {}

type Collection = yaml.YAMLMap<yaml.Node, yaml.Node | null> | yaml.YAMLSeq<yaml.Node>;

/** Writes into a YAML text of some layout. Comments stay where they are. */
export class YamlForm {
    private readonly writer: YamlWriter;

    constructor(
        private readonly library: typeof yaml,
        private readonly text: string,
        private readonly layout: YamlLayout,
    ) {
        this.writer = new YamlWriter(library, layout);
    }

    /** The text with a node replaced by a value. */
    replaced(node: yaml.Node, value: unknown): string {
        const { isScalar, isMap } = this.library;
        const [start, end] = rangeOf(node);
        if (isScalar(node) && !/^BLOCK/.test(node.type ?? "")) {
            // Quotes without need are a choice.
            const isChoice = typeof node.value === "string" && !needsQuotes(this.library, node.value);
            return this.spliced(start, end, this.writer.scalar(value, isChoice ? node.type : undefined));
        }
        if (isMap(node) && isObject(value)) {
            return this.withValues(node as yaml.YAMLMap<yaml.Node, yaml.Node | null>, value);
        }
        throw new NotCertain();
    }

    /** The text with a value for a key that has none, or null. */
    filled(holder: yaml.YAMLMap<yaml.Node>, node: yaml.Node, key: string, value: unknown): string {
        const [start, end] = rangeOf(node);
        if (!isBlock(this.library, holder) || !isObject(value) || Object.keys(value).length === 0) {
            return this.spliced(start, end, (this.text[start - 1] === ":" ? " " : "") + this.writer.inline(value));
        }
        const [, ...lines] = this.writer.block({ [key]: value });
        const below = this.below(end, lines, column(holder, this.text));
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
        return this.below(this.endOf(holder), lines, column(holder, this.text));
    }

    /** The text without an item of a list, or a property of a map, which stands on lines of its own. */
    removed(holder: Collection, index: number): string {
        const ends = holder.items.map((item) => this.endOf(item));
        const starts = holder.items.map((item) => rangeOf(this.library.isPair(item) ? item.key : item)[0]);
        const [start = 0, end = 0, next] = [starts[index], ends[index], starts[index + 1]];
        if (holder.items.length < 2) {
            throw new NotCertain();
        }
        if (!isBlock(this.library, holder)) {
            const before = ends[index - 1];
            return before === undefined ? this.without(start, next ?? end) : this.without(before, end);
        }
        const from = this.library.isSeq(holder) ? this.dash(start, column(holder, this.text)) : start;
        const lineStart = this.text.lastIndexOf("\n", from - 1) + 1;
        if (this.text.slice(lineStart, from).trim() === "") {
            return this.spliced(lineStart, this.lineAfter(end), "");
        }
        // The first property of an item stands behind the dash.
        if (next === undefined || this.library.isSeq(holder)) {
            throw new NotCertain();
        }
        return this.without(start, next);
    }

    /** Where the last of a node's values ends. */
    endOf(node: unknown): number {
        if (this.library.isPair(node)) {
            return this.endOf(node.value ?? node.key);
        }
        return isBlock(this.library, node) ? this.endOf(node.items.at(-1)) : rangeOf(node as yaml.Node)[1];
    }

    /** Where the line after an offset begins; or the one at it, behind a text whose lines have ended. */
    lineAfter(offset: number): number {
        if (this.text[offset - 1] === "\n") {
            return offset;
        }
        const end = this.text.indexOf("\n", offset);
        return end === -1 ? this.text.length : end + 1;
    }

    /** The indentation of the line at an offset. */
    indentAt(offset: number): string {
        return /^[ \t]*/.exec(this.text.slice(this.text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
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
        const [start, end] = rangeOf(holder);
        const last = holder.items.at(-1);
        const first = this.library.isPair(last) ? last.key : last;
        return {
            start,
            end,
            last: first && { start: rangeOf(first)[0], end: this.endOf(last) },
            pad: this.library.isMap(holder) ? this.layout.pad : "",
        };
    }

    /** Lines in the indentation of a column, below the line at an offset. */
    private below(offset: number, lines: readonly string[], indent: number): string {
        const { lineEnd } = this.layout;
        const at = this.lineAfter(offset);
        const content = lines.map((line) => " ".repeat(indent) + line).join(lineEnd);
        return this.text[at - 1] === "\n"
            ? this.spliced(at, at, content + lineEnd)
            : this.spliced(at, at, lineEnd + content);
    }

    /** Where the dash of an item stands: on its own line, or on one before, with comments behind it. */
    private dash(start: number, at: number): number {
        const lineStart = this.text.lastIndexOf("\n", start - 1) + 1;
        return this.text[lineStart + at] === "-"
            ? lineStart + at
            : lineStart === 0
              ? start
              : this.dash(lineStart - 1, at);
    }

    /** The text without a part of it in which no comment stands. */
    private without(from: number, to: number): string {
        if (this.text.slice(from, to).includes("#")) {
            throw new NotCertain();
        }
        return this.spliced(from, to, "");
    }

    private spliced(from: number, to: number, content: string): string {
        return this.text.slice(0, from) + content + this.text.slice(to);
    }
}

function rangeOf(node: yaml.Node): readonly [number, number] {
    const [start, end] = node.range ?? [0, 0];
    return [start, end];
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}
