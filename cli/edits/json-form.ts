import type { Node } from "jsonc-parser";

/** How a JSON text is laid out, as far as what is added to it must look the same. */
export interface JsonLayout {
    readonly lineEnd: string;
    /** One step of indentation; undefined for a text on one line. */
    readonly indentation: string | undefined;
    /** What stands behind a colon. */
    readonly blank: string;
    /** What stands inside the braces of an object on one line. */
    readonly pad: string;
}

export function jsonLayoutOf(text: string): JsonLayout {
    // What stands in a string is no layout.
    const bare = text.replace(/"(?:[^"\\]|\\[^])*"/g, '""');
    return {
        lineEnd: text.includes("\r\n") ? "\r\n" : "\n",
        indentation: /^[ \t]+(?=\S)/m.exec(text)?.[0],
        blank: /"\s*:\s/.test(bare) ? " " : "",
        pad: /\{ +"/.test(bare) ? " " : "",
    };
}

/** Writes into a JSON text of some layout. */
export class JsonForm {
    constructor(
        private readonly text: string,
        private readonly layout: JsonLayout,
    ) {}

    /** The text with a node replaced by a value. */
    replaced(node: Node, value: unknown): string {
        return this.spliced(node.offset, node.offset + node.length, this.written(value, this.indentAt(node.offset)));
    }

    /** The text with an item added to the end of a list, or a property, if it has a key, to the end of an object. */
    added(holder: Node, value: unknown, key?: string): string {
        const prefix = key === undefined ? "" : `${JSON.stringify(key)}:${this.layout.blank}`;
        const last = holder.children?.at(-1);
        if (last === undefined) {
            return this.spliced(
                holder.offset + 1,
                holder.offset + holder.length - 1,
                this.only(prefix, value, this.indentAt(holder.offset)),
            );
        }
        const before = holder.children?.at(-2);
        const gap = this.text.slice(
            before === undefined ? holder.offset + 1 : before.offset + before.length,
            last.offset,
        );
        const end = last.offset + last.length;
        if (!gap.includes("\n")) {
            return this.spliced(
                end,
                end,
                `,${before === undefined ? this.layout.blank : gap.replace(",", "")}${prefix}${this.inline(value)}`,
            );
        }
        const indent = this.indentAt(last.offset);
        const content = isInline(this.text.slice(last.offset, end)) ? this.inline(value) : this.written(value, indent);
        return this.spliced(end, end, `,${this.layout.lineEnd}${indent}${prefix}${content}`);
    }

    /** The text without an item of a list, or a property of an object, and without its comma. */
    removed(holder: Node, child: Node): string {
        const children = holder.children ?? [];
        const at = children.indexOf(child);
        const [before, after] = [children[at - 1], children[at + 1]];
        return before !== undefined
            ? this.spliced(before.offset + before.length, child.offset + child.length, "")
            : after !== undefined
              ? this.spliced(child.offset, after.offset, "")
              : this.spliced(holder.offset + 1, holder.offset + holder.length - 1, "");
    }

    private only(prefix: string, value: unknown, outer: string): string {
        if (this.layout.indentation === undefined) {
            return prefix + this.inline(value);
        }
        const indent = outer + this.layout.indentation;
        return `${this.layout.lineEnd}${indent}${prefix}${this.written(value, indent)}${this.layout.lineEnd}${outer}`;
    }

    private written(value: unknown, indent: string): string {
        return this.layout.indentation === undefined
            ? this.inline(value)
            : JSON.stringify(value, undefined, this.layout.indentation).replaceAll("\n", this.layout.lineEnd + indent);
    }

    private inline(value: unknown): string {
        if (Array.isArray(value)) {
            return `[${value.map((item) => this.inline(item)).join(`,${this.layout.blank}`)}]`;
        }
        if (typeof value === "object" && value !== null) {
            const properties = Object.entries(value).map(
                ([key, item]) => `${JSON.stringify(key)}:${this.layout.blank}${this.inline(item)}`,
            );
            return `{${this.layout.pad}${properties.join(`,${this.layout.blank}`)}${this.layout.pad}}`;
        }
        return JSON.stringify(value);
    }

    indentAt(offset: number): string {
        const line = this.text.slice(this.text.lastIndexOf("\n", offset - 1) + 1, offset);
        return /^[ \t]*/.exec(line)?.[0] ?? "";
    }

    private spliced(from: number, to: number, content: string): string {
        return this.text.slice(0, from) + content + this.text.slice(to);
    }
}

/** Whether an object or a list that has something in it stands on one line. */
function isInline(text: string): boolean {
    return /[{[]\s*[^\s\]}]/.test(text) && !text.includes("\n");
}
