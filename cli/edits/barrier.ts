import type * as yaml from "yaml";
import { isFunction } from "../input/formats/cloudformation/call";
import { macrosOf } from "../input/formats/cloudformation/warnings";
import { field, isFields, stepInto, type Place } from "../input/document";

/**
 * Why what stands at a place of a CloudFormation template cannot be edited with certainty; undefined where it stands
 * there as it is.
 */
export function functionAt(template: unknown, place: Place): string | undefined {
    const [macro] = isFields(template) ? macrosOf(template) : [];
    if (macro !== undefined) {
        return `the macro ${macro} may change it`;
    }
    let node = template;
    for (const step of [undefined, ...place]) {
        node = step === undefined ? node : child(node, step);
        const keys = isFields(node) ? Object.keys(node) : [];
        const name = keys.find(isFunction);
        if (name !== undefined) {
            return `it depends on ${name.split("::").slice(0, 2).join("::")}`;
        }
    }
    return undefined;
}

function child(node: unknown, step: string | number): unknown {
    return stepInto(node, step, {
        items: Array.isArray(node) ? (node as readonly unknown[]) : undefined,
        value: (key) => field(node, key),
    });
}

/** Why what stands at a place of a YAML document cannot be edited with certainty; undefined where it can. */
export function sharedAt(library: typeof yaml, root: yaml.Node, place: Place): string | undefined {
    let node: yaml.Node | undefined = root;
    for (const step of [undefined, ...place]) {
        node = step === undefined ? node : childOf(library, node, step);
        if (library.isAlias(node)) {
            return `it comes through the alias *${node.source}`;
        }
        if (node?.anchor !== undefined && hasAlias(library, root, node.anchor)) {
            return `other places share it by the anchor &${node.anchor}`;
        }
        if (library.isMap(node) && node.items.some(({ key }) => library.isScalar(key) && key.source === "<<")) {
            return "a merge key (<<) stands in it";
        }
        if (library.isScalar(node) && /^BLOCK/.test(node.type ?? "")) {
            return "it is a text over several lines";
        }
    }
    return undefined;
}

function hasAlias(library: typeof yaml, root: yaml.Node, anchor: string): boolean {
    const aliases = new Set<string>();
    library.visit(root, { Alias: (_, { source }) => void aliases.add(source) });
    return aliases.has(anchor);
}

function childOf(library: typeof yaml, node: yaml.Node | undefined, step: string | number): yaml.Node | undefined {
    const value = (key: string) => (library.isMap(node) ? node.get(key, true) : undefined) as yaml.Node | undefined;
    return (
        node && stepInto(node, step, { items: library.isSeq(node) ? (node.items as yaml.Node[]) : undefined, value })
    );
}
