import type { Schema } from "./schema";
import { suggestion } from "../../ecs/nearest-name";

/** Everything in which a value differs from its schema, each with the path. */
export function schemaProblems(schema: Schema, value: unknown, path: string): readonly string[] {
    switch (schema.type) {
        case "string":
            return textProblems(schema, value, path);
        case "array":
            if (!Array.isArray(value)) {
                return [`${path} must be a list`];
            }
            return value.length < (schema.minItems ?? 0)
                ? [`${path} is empty, but needs an item`]
                : (value as unknown[]).flatMap((item, index) =>
                      schemaProblems(schema.items, item, `${path}[${index}]`),
                  );
        case "object":
            return objectProblems(schema, value, path);
    }
}

function textProblems(
    { enum: allowed, pattern = "" }: Extract<Schema, { type: "string" }>,
    value: unknown,
    path: string,
): readonly string[] {
    if (allowed !== undefined) {
        const hint = typeof value === "string" ? suggestion(value, allowed) : "";
        return allowed.includes(value as string)
            ? []
            : [`${path} must be ${allowed.length === 1 ? "" : "one of "}${allowed.join(", ")}${hint}`];
    }
    if (typeof value !== "string") {
        return [`${path} must be a string`];
    }
    return new RegExp(pattern).test(value) ? [] : [`${path} is ${JSON.stringify(value)}, but must match ${pattern}`];
}

function objectProblems(
    { properties, required = [] }: Extract<Schema, { type: "object" }>,
    value: unknown,
    path: string,
): readonly string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return [`${path} must be an object`];
    }
    const known = Object.keys(properties);
    return [
        ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name} is missing`),
        ...Object.entries(value).flatMap(([name, item]) => {
            const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
            return schema === undefined
                ? [`${path} has no option ${JSON.stringify(name)}${suggestion(name, known)}`]
                : schemaProblems(schema, item, `${path}.${name}`);
        }),
    ];
}
