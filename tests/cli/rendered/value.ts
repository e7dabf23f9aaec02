/** Something that a resource tells of itself. */
export class Attribute {
    constructor(
        readonly id: string,
        readonly name: string,
    ) {}
}

/** A text of several parts. */
export class Joined {
    constructor(readonly parts: readonly (string | Attribute)[]) {}
}

/** A value that a program writes as a text: what `jsonencode` and `base64encode` do in Terraform. */
export class Encoded {
    constructor(
        readonly as: "json" | "base64",
        readonly value: unknown,
    ) {}
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Everything that a value is made of, from other resources. */
export function attributesIn(value: unknown): readonly Attribute[] {
    if (value instanceof Attribute) {
        return [value];
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(attributesIn) : [];
}

/**
 * A value in which every attribute is known or not, and whatever is encoded of them with it.
 *
 * @param known what stands for an attribute: undefined where it is not known
 * @param unknown what stands for a text of which a part is not known
 */
export function resolved(value: unknown, known: (attribute: Attribute) => unknown, unknown: unknown): unknown {
    const inner = (one: unknown) => resolved(one, known, unknown);
    if (value instanceof Attribute) {
        return known(value) ?? unknown;
    }
    if (value instanceof Joined || value instanceof Encoded) {
        return attributesIn(value).some((one) => known(one) === undefined) ? unknown : text(value, known);
    }
    if (Array.isArray(value)) {
        return value.map(inner);
    }
    return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)])) : value;
}

function text(value: Joined | Encoded, known: (attribute: Attribute) => unknown): string {
    if (value instanceof Joined) {
        return value.parts.map((part) => (typeof part === "string" ? part : String(known(part)))).join("");
    }
    const plain = resolved(value.value, known, undefined);
    return value.as === "json" ? JSON.stringify(plain) : Buffer.from(String(plain)).toString("base64");
}
