/** Data with every key as CloudFormation spells it, but not names of labels and options, which are somebody's own. */
export function pascalCase(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(pascalCase);
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([key, item]) => [
                /^\w+$/.test(key) ? key.charAt(0).toUpperCase() + key.slice(1) : key,
                key === "driverOpts" ? item : pascalCase(item),
            ]),
        );
    }
    return value;
}
