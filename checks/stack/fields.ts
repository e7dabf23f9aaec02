import { UNKNOWN, type Known } from "../../ecs/known";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The value at a path of properties: undefined when it is absent, {@link UNKNOWN} when something on the way is not
 * known or no object. Keys are found in camelCase and in PascalCase; a list of one stands for its item, as nested
 * blocks do.
 */
export function at(properties: unknown, ...path: readonly string[]): unknown {
    let value: unknown = properties;
    for (const key of path) {
        const holder: unknown = Array.isArray(value) && value.length <= 1 ? value[0] : value;
        if (holder === undefined || holder === null) {
            return undefined;
        }
        if (typeof holder !== "object" || Array.isArray(holder)) {
            return UNKNOWN;
        }
        value = own(holder as Fields, key) ?? own(holder as Fields, pascal(key));
    }
    return value ?? undefined;
}

/** The first of several paths at which something stands. */
export function firstAt(properties: unknown, ...paths: readonly (readonly string[])[]): unknown {
    return paths.map((path) => at(properties, ...path)).find((value) => value !== undefined);
}

/** A text; an empty one is what providers answer for none. */
export function text(value: unknown): Known<string> | undefined {
    return value === undefined || value === "" ? undefined : typeof value === "string" ? value : UNKNOWN;
}

/** A number; CloudFormation takes them as text too. */
export function number(value: unknown): Known<number> | undefined {
    if (value === undefined || typeof value === "number") {
        return value;
    }
    return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : UNKNOWN;
}

/** A list; a single block stands for a list of it. */
export function items(value: unknown): Known<readonly unknown[]> {
    if (value === undefined || value === UNKNOWN) {
        return value ?? [];
    }
    return Array.isArray(value) ? (value as unknown[]) : [value];
}

function own(fields: Fields, key: string): unknown {
    return Object.hasOwn(fields, key) ? (fields[key] ?? undefined) : undefined;
}

/** `taskDefinition` as CloudFormation spells it. */
export function pascal(key: string): string {
    return key.charAt(0).toUpperCase() + key.slice(1);
}
