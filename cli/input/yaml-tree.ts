import type * as yaml from "yaml";
import { stepInto, UnreadableFile, type Place } from "./document";
import { yaml11Value } from "./yaml11";

/** More nodes than any template has: aliases can make a small file large. */
const maxNodes = 1_000_000;
/** Deeper than any template is; an alias can stand in what it names. */
const maxDepth = 256;
const mergeKey = "<<";

type Fields = ReadonlyMap<string, yaml.Node | null>;

/** One document of a YAML text: its data, and its nodes by their keys, merged ones and aliases included. */
export class YamlTree {
    readonly root: yaml.Node | undefined;
    private readonly values = new Map<yaml.Node, Fields>();
    private readonly isTemplate: boolean;
    private visited = 0;

    constructor(
        private readonly library: typeof yaml,
        private readonly document: yaml.Document.Parsed,
    ) {
        this.root = document.contents ?? undefined;
        this.isTemplate = this.root !== undefined && this.valuesOf(this.root)("Resources") !== undefined;
    }

    data(): unknown {
        return this.plain(this.root);
    }

    /** The node at a place, or the deepest one on the way to it, and the steps that are left. */
    deepest(place: Place): { readonly node: yaml.Node | undefined; readonly rest: Place } {
        let node = this.root;
        for (const [index, step] of place.entries()) {
            const child: yaml.Node | undefined =
                node && stepInto(node, step, { items: this.itemsOf(node), value: this.valuesOf(node) });
            if (child === undefined) {
                return { node, rest: place.slice(index) };
            }
            node = child;
        }
        return { node, rest: [] };
    }

    /** The value of a scalar. */
    valueOf(node: yaml.Node | undefined): unknown {
        const own = this.resolved(node);
        return this.library.isScalar(own) ? own.value : undefined;
    }

    private itemsOf(node: yaml.Node | null): readonly yaml.Node[] | undefined {
        const { isSeq } = this.library;
        const list = this.resolved(node);
        return isSeq(list) ? (list.items as yaml.Node[]) : undefined;
    }

    private valuesOf(node: yaml.Node): (key: string) => yaml.Node | undefined {
        const own = this.resolved(node);
        // A short tag is an object in the data, whose only value is what has the tag.
        const tagged = own?.tag === undefined ? undefined : longName(own.tag);
        return (key) => (key === tagged ? (own ?? undefined) : (this.fieldsOf(own).get(key) ?? undefined));
    }

    /** The keys that stand in a map again, and where. */
    equalKeys(): readonly { readonly key: string; readonly offset: number }[] {
        const found: { key: string; offset: number }[] = [];
        this.library.visit(this.document, {
            Map: (_, { items }) => {
                const seen = new Set<string>();
                for (const { key } of items) {
                    const name = keyOf(key);
                    if (seen.has(name) && name !== mergeKey) {
                        found.push({ key: name, offset: (key as yaml.Node).range?.[0] ?? 0 });
                    }
                    seen.add(name);
                }
            },
        });
        return found;
    }

    private resolved(node: yaml.Node | null | undefined): yaml.Node | null | undefined {
        return this.library.isAlias(node) ? node.resolve(this.document) : node;
    }

    private fieldsOf(node: yaml.Node | null | undefined): Fields {
        if (!this.library.isMap(node)) {
            return new Map();
        }
        const known = this.values.get(node);
        if (known !== undefined) {
            return known;
        }
        // A map can be merged into itself; then it adds nothing.
        this.values.set(node, new Map());
        const pairs = node.items as yaml.Pair<yaml.Node, yaml.Node | null>[];
        const isMerge = ({ key }: (typeof pairs)[number]) => keyOf(key) === mergeKey;
        // Of several merged maps the first counts, and what stands in the map itself counts more.
        const merged = pairs.filter(isMerge).flatMap(({ value }): readonly (yaml.Node | null)[] => {
            return (value && this.itemsOf(value)) ?? [value];
        });
        const fields = new Map([
            ...merged.reverse().flatMap((one) => [...this.fieldsOf(this.resolved(one))]),
            ...pairs.filter((pair) => !isMerge(pair)).map(({ key, value }) => [keyOf(key), value] as const),
        ]);
        this.values.set(node, fields);
        return fields;
    }

    private plain(given: yaml.Node | null | undefined, depth = 0): unknown {
        if (++this.visited > maxNodes || depth > maxDepth) {
            throw new UnreadableFile("it is too large, or its aliases make it so");
        }
        const { isMap, isScalar, isSeq } = this.library;
        const node = this.resolved(given);
        const value = isMap(node)
            ? Object.fromEntries([...this.fieldsOf(node)].map(([key, item]) => [key, this.plain(item, depth + 1)]))
            : isSeq(node)
              ? (node.items as yaml.Node[]).map((item) => this.plain(item, depth + 1))
              : isScalar(node)
                ? this.scalar(node)
                : null;
        return withTag(node?.tag, value);
    }

    private scalar({ value, source, type, tag }: yaml.Scalar): unknown {
        return this.isTemplate && type === "PLAIN" && tag === undefined && source !== undefined
            ? yaml11Value(source, value)
            : value;
    }
}

/** As it is written: `on` is a name, whatever else it is. */
function keyOf(key: unknown): string {
    const { source, value } = (key ?? {}) as { readonly source?: string; readonly value?: unknown };
    return source ?? String(value ?? key);
}

function withTag(tag: string | undefined, value: unknown): unknown {
    const name = tag === undefined ? undefined : longName(tag);
    return name === undefined
        ? value
        : { [name]: name === "Fn::GetAtt" && typeof value === "string" ? dotted(value) : value };
}

/** The name of the function that CloudFormation's short tag stands for; undefined for any other tag. */
function longName(tag: string): string | undefined {
    const [, name] = /^!([A-Z]\w*)$/.exec(tag) ?? [];
    return name === undefined || name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

/** `!GetAtt Name.Attribute.Inner`: the attribute may have a dot. */
function dotted(text: string): readonly string[] {
    const [name = "", ...attribute] = text.split(".");
    return [name, attribute.join(".")];
}
