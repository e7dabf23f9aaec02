import type * as yaml from "yaml";
import type { Scalar } from "./scalar";

/** The keys and values of a document of a YAML text, in their order. */
export function scalarsOf(library: typeof yaml, document: yaml.Document.Parsed): readonly Scalar[] {
    const found: Scalar[] = [];
    library.visit(document, {
        Scalar: (role, { range, source, value }, path) => {
            const [start, end] = range ?? [0, 0];
            const isKey = role === "key";
            const name = isKey ? (source ?? String(value)) : enclosingKey(library, path);
            found.push({ start, end, key: name, isKey });
        },
    });
    return found;
}

function enclosingKey({ isPair, isScalar }: typeof yaml, path: readonly unknown[]): string {
    const pair = path.filter(isPair).at(-1);
    return isScalar(pair?.key) ? (pair.key.source ?? String(pair.key.value)) : "";
}
