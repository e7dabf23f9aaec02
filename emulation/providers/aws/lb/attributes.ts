import type { Values } from "../property";

interface Attribute {
    Key: string;
    Value: string;
}

/** Inputs that are attributes of Elastic Load Balancing: texts with names of their own. */
export type AttributeNames = Readonly<Record<string, string>>;

export function toAttributes(names: AttributeNames, values: Values): Attribute[] {
    return Object.entries(names).flatMap(([input, Key]) =>
        values[input] === undefined ? [] : [{ Key, Value: String(values[input] as string | number | boolean) }],
    );
}

export function fromAttributes(
    names: AttributeNames,
    attributes: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Values {
    const found = new Map((attributes ?? []).map((one) => [one.Key, one.Value]));
    return Object.fromEntries(
        Object.entries(names).flatMap(([input, key]) => {
            const value = found.get(key);
            return value === undefined ? [] : [[input, valueOf(value)]];
        }),
    );
}

function valueOf(text: string): unknown {
    if (text === "true" || text === "false") {
        return text === "true";
    }
    return /^\d+$/.test(text) ? Number(text) : text;
}
