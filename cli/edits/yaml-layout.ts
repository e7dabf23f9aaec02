import type * as yaml from "yaml";

/** How texts are written: without quotes where they need none, or always in quotes. */
type Quoting = "PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE";

/** How a YAML text is laid out, as far as what is added to it must look the same. */
export interface YamlLayout {
    readonly lineEnd: string;
    /** One step of indentation, in blanks. */
    readonly step: number;
    /** Whether the items of a list stand further to the right than its key. */
    readonly indentsLists: boolean;
    readonly keys: Quoting;
    readonly texts: Quoting;
    /** Whether what needs quotes is in single ones. */
    readonly singleQuotes: boolean;
    /** What stands inside the braces of a map on one line. */
    readonly pad: string;
}

const known = new WeakMap<yaml.Node, YamlLayout>();

/** The layout of a document. @param root its value */
export function yamlLayoutOf(library: typeof yaml, root: yaml.Node, text: string): YamlLayout {
    const layout = known.get(root) ?? layoutIn(library, root, text);
    known.set(root, layout);
    return layout;
}

function layoutIn(library: typeof yaml, root: yaml.Node, text: string): YamlLayout {
    const steps: number[] = [];
    const listSteps: number[] = [];
    const keys: Quoting[] = [];
    const texts: Quoting[] = [];
    const quotes: Quoting[] = [];
    const pads: string[] = [];
    library.visit(root, {
        Pair: (_, { key, value }) => {
            const step = isBlock(library, value) ? column(value, text) - column(key as yaml.Node, text) : 0;
            if (library.isSeq(value)) {
                listSteps.push(...(isBlock(library, value) ? [step] : []));
            } else if (step > 0) {
                steps.push(step);
            }
        },
        Map: (_, map) => {
            if (map.flow === true && map.items.length > 0) {
                pads.push(/^\{ +\S/.test(text.slice(map.range?.[0])) ? " " : "");
            }
        },
        Scalar: (role, { type, value }) => {
            if (typeof value !== "string" || !isQuoting(type)) {
                return;
            }
            if (type !== "PLAIN") {
                quotes.push(type);
            }
            if (!needsQuotes(library, value)) {
                (role === "key" ? keys : texts).push(type);
            }
        },
    });
    return {
        lineEnd: text.includes("\r\n") ? "\r\n" : "\n",
        step: frequent(steps) ?? (frequent(listSteps) || 2),
        indentsLists: frequent(listSteps) !== 0,
        keys: frequent(keys) ?? "PLAIN",
        texts: frequent(texts) ?? "PLAIN",
        singleQuotes: frequent(quotes) === "QUOTE_SINGLE",
        pad: frequent(pads) ?? " ",
    };
}

/** CloudFormation reads YAML 1.1: what would be no text there is quoted. */
export const yaml11 = { compat: "yaml-1.1" } as const;

/** Whether a text would be something else without quotes: a number, or no YAML. */
export function needsQuotes(library: typeof yaml, text: string): boolean {
    return /^['"]/.test(library.stringify(text, { ...yaml11, lineWidth: 0 }));
}

/** A collection whose items stand on lines of their own. */
export function isBlock(library: typeof yaml, node: unknown): node is yaml.YAMLMap | yaml.YAMLSeq {
    return library.isCollection(node) && node.flow !== true && node.items.length > 0;
}

/** How many characters stand before a node on its line. */
export function column(node: yaml.Node, text: string): number {
    const start = node.range?.[0] ?? 0;
    return start - (text.lastIndexOf("\n", start - 1) + 1);
}

function isQuoting(type: string | undefined): type is Quoting {
    return type === "PLAIN" || type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
}

/** What occurs most often; undefined for nothing. */
function frequent<T>(all: readonly T[]): T | undefined {
    const counts = new Map<T, number>();
    all.forEach((one) => counts.set(one, (counts.get(one) ?? 0) + 1));
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
