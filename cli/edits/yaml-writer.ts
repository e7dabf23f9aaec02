import type * as yaml from "yaml";
import { yaml11, type YamlLayout } from "./yaml-layout";

/** Writes values as YAML, in a layout. */
export class YamlWriter {
    constructor(
        private readonly library: typeof yaml,
        private readonly layout: YamlLayout,
    ) {}

    /** On lines of their own. */
    block(value: object): readonly string[] {
        return this.written(value, {}).trimEnd().split("\n");
    }

    /** On one line. */
    inline(value: unknown): string {
        const { pad } = this.layout;
        if (Array.isArray(value)) {
            return `[${value.map((item) => this.inline(item)).join(", ")}]`;
        }
        return typeof value === "object" && value !== null
            ? `{${pad}${Object.entries(value)
                  .map(([key, item]) => `${this.key(key)}: ${this.inline(item)}`)
                  .join(", ")}${pad}}`
            : this.scalar(value);
    }

    key(key: string): string {
        return this.scalar(key, this.layout.keys);
    }

    /** As it may stand in a map on one line, too. */
    scalar(value: unknown, quoting: string = this.layout.texts): string {
        const flow = { collectionStyle: "flow", flowCollectionPadding: false } as const;
        const list = this.written([value], {
            ...flow,
            defaultStringType: quoting as typeof this.layout.texts,
            // The library takes a text out of single quotes where this is false.
            ...(quoting === "QUOTE_SINGLE" && { singleQuote: true }),
        });
        return list.trim().slice(1, -1);
    }

    private written(value: unknown, options: yaml.ToStringOptions): string {
        const { step, indentsLists, keys, texts, singleQuotes } = this.layout;
        return this.library.stringify(value, {
            ...yaml11,
            // The library takes a dash for two blanks of an indentation.
            indent: indentsLists ? step : 2,
            indentSeq: indentsLists,
            lineWidth: 0,
            defaultKeyType: keys,
            defaultStringType: texts,
            singleQuote: singleQuotes,
            ...options,
        });
    }
}
