/** Data with every key as CloudFormation spells it; the name of a label is the user's own, that of an option a driver's. */
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
