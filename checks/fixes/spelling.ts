/** How a task definition spells its keys: in the API's camelCase, or in CloudFormation's PascalCase. */
export class Spelling {
    static readonly camelCase = new Spelling((key) => key);
    static readonly pascalCase = new Spelling((key) => key.charAt(0).toUpperCase() + key.slice(1));

    private constructor(private readonly spell: (key: string) => string) {}

    /** The spelling of an object's keys; that of what is around it, when it has none. */
    static of(holder: object, outer: Spelling): Spelling {
        const [key] = Array.isArray(holder) ? [] : Object.keys(holder);
        return key === undefined ? outer : /^[A-Z]/.test(key) ? Spelling.pascalCase : Spelling.camelCase;
    }

    /** The key under which an object has a value, or would have it. */
    keyIn(holder: object, key: string): string {
        const present = [Spelling.camelCase, Spelling.pascalCase]
            .map(({ spell }) => spell(key))
            .find((one) => Object.hasOwn(holder, one));
        return present ?? this.spell(key);
    }

    /** A value with its own keys spelt so; a list stays as it is. */
    spelled(value: unknown): unknown {
        return typeof value === "object" && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).map(([key, item]) => [this.spell(key), item as unknown]))
            : value;
    }
}
