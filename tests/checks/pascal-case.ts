/** Data with every key as CloudFormation spells it. */
export function pascalCase(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(pascalCase);
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key.charAt(0).toUpperCase() + key.slice(1), pascalCase(item)]),
        );
    }
    return value;
}
