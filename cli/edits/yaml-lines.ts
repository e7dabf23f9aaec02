import type * as yaml from "yaml";
import { isBlock } from "./yaml-layout";

/** A form of YAML of which it is not certain what a change would leave. */
export class NotCertain extends Error {}

/** A YAML text by its lines: where values stand in it, and the text with other lines. */
export class YamlLines {
    constructor(
        private readonly library: typeof yaml,
        private readonly text: string,
        private readonly lineEnd: string,
    ) {}

    /** Where the last of a node's values ends. */
    endOf(node: unknown): number {
        if (this.library.isPair(node)) {
            return this.endOf(node.value ?? node.key);
        }
        return isBlock(this.library, node) ? this.endOf(node.items.at(-1)) : nodeRange(node as yaml.Node)[1];
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

    /** Lines in the indentation of a column, below the line at an offset. */
    below(offset: number, lines: readonly string[], indent: number): string {
        const at = this.lineAfter(offset);
        const content = lines.map((line) => " ".repeat(indent) + line).join(this.lineEnd);
        return this.text[at - 1] === "\n"
            ? this.spliced(at, at, content + this.lineEnd)
            : this.spliced(at, at, this.lineEnd + content);
    }

    /** Where the dash of an item stands: on its own line, or on one before, with comments behind it. */
    dash(start: number, at: number): number {
        const lineStart = this.text.lastIndexOf("\n", start - 1) + 1;
        return this.text[lineStart + at] === "-"
            ? lineStart + at
            : lineStart === 0
              ? start
              : this.dash(lineStart - 1, at);
    }

    /** The text without a part of it in which no comment stands. */
    without(from: number, to: number): string {
        if (this.text.slice(from, to).includes("#")) {
            throw new NotCertain();
        }
        return this.spliced(from, to, "");
    }

    spliced(from: number, to: number, content: string): string {
        return this.text.slice(0, from) + content + this.text.slice(to);
    }
}

/** Where a node stands in its text. */
export function nodeRange(node: yaml.Node): readonly [number, number] {
    const [start, end] = node.range ?? [0, 0];
    return [start, end];
}
