import { list, object, type Property, text } from "../property";

/** The `filters` of a function. */
export const filterInput: Property = list(
    object({ name: text({ required: true }), values: list(text(), { required: true }) }),
);

export interface Filter {
    Name: string;
    Values: string[];
}

/** Filters as EC2 takes them, the tags that are asked for among them. */
export function toFilters(filters: unknown, tags?: unknown): Filter[] {
    const given = ((filters ?? []) as { name: string; values: string[] }[]).map(({ name, values }) => ({
        Name: name,
        Values: values,
    }));
    const tagged = Object.entries((tags ?? {}) as Record<string, string>).map(([key, value]) => ({
        Name: `tag:${key}`,
        Values: [value],
    }));
    return [...given, ...tagged];
}
