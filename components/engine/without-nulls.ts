/**
 * Arguments without the members that are null, at every level. Pulumi YAML and JavaScript can write null where they
 * mean nothing; TypeScript's types keep it away. Outputs stay as they are.
 */
export function withoutNulls<T>(value: T): T {
    if (Array.isArray(value)) {
        return value.map((item: unknown) => withoutNulls(item)) as T;
    }
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
        return value;
    }
    const given = Object.entries(value).filter(([, member]) => member !== null);
    return Object.fromEntries(given.map(([name, member]) => [name, withoutNulls<unknown>(member)])) as T;
}
