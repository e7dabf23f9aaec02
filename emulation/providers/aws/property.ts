/**
 * The description of the inputs of a resource type: what is accepted, what is required, what replaces, and its name in
 * the AWS API.
 */

export type Values = Record<string, unknown>;

/** Values without some of their members. */
export function without(values: object, ...names: readonly string[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Some members of values. */
export function only(values: object, names: readonly string[]): Values {
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

export type Properties = Readonly<Record<string, Property>>;

export interface PropertyOptions {
    readonly required?: boolean;
    /** A change replaces the resource. */
    readonly replaces?: boolean;
    /** What the provider fills in, so that it stands in the resource's inputs. */
    readonly default?: string | number | boolean;
    /**
     * AWS decides when the program does not: the value is unknown until then, and leaving it out later changes nothing.
     */
    readonly computed?: boolean;
    /**
     * The member's name in the AWS API; `false` when no member holds it. Default: the property's name in the casing of
     * the API.
     */
    readonly api?: string | false;
    readonly oneOf?: readonly (string | number)[];
    /** A list whose order means nothing. */
    readonly unordered?: boolean;
    /** AWS answers with more than it was given: the state holds its answer, and changes are found against that. */
    readonly answered?: boolean;
    /** A text that may be given as the object that it is the JSON of. */
    readonly document?: boolean;
    /** What two texts that mean the same have in common, with the inputs beside them. */
    readonly meaning?: (text: string, beside: Values) => unknown;
}

export type ScalarKind = "string" | "number" | "boolean";

export type Property = PropertyOptions &
    (
        | { readonly kind: ScalarKind; readonly apiKind?: "boolean" | "number" }
        | { readonly kind: "list"; readonly element: Property }
        | { readonly kind: "map"; readonly element: Property; readonly apiKind?: "tags" }
        | { readonly kind: "object"; readonly properties: Properties }
        | { readonly kind: "unserved" }
    );

export const text = (options: PropertyOptions = {}): Property => ({ kind: "string", ...options });
export const document = (options: PropertyOptions = {}): Property => text({ document: true, ...options });
export const number = (options: PropertyOptions = {}): Property => ({ kind: "number", ...options });
export const boolean = (options: PropertyOptions = {}): Property => ({ kind: "boolean", ...options });
export const list = (element: Property, options: PropertyOptions = {}): Property => ({
    kind: "list",
    element,
    ...options,
});
export const map = (element: Property, options: PropertyOptions = {}): Property => ({
    kind: "map",
    element,
    ...options,
});
export const object = (properties: Properties, options: PropertyOptions = {}): Property => ({
    kind: "object",
    properties,
    ...options,
});

/** A flag that Pulumi's provider takes as the text `"true"` or `"false"`, and the API as a boolean. */
export const flagText = (options: PropertyOptions = {}): Property => ({
    kind: "string",
    apiKind: "boolean",
    oneOf: ["true", "false"],
    ...options,
});

/** A number that Pulumi's provider takes as a text, so that 0 differs from none. */
export const numberText = (options: PropertyOptions = {}): Property => ({
    kind: "string",
    apiKind: "number",
    meaning: Number,
    ...options,
});

/** A map that the API takes as a list of `Key` and `Value`. */
export const tagMap = (options: PropertyOptions = {}): Property => ({
    kind: "map",
    element: text(),
    apiKind: "tags",
    ...options,
});

/** An input of Pulumi's provider that this one refuses, since it would otherwise be dropped in silence. */
export const unserved = (options: PropertyOptions = {}): Property => ({ kind: "unserved", ...options });

/** Several unserved inputs. */
export function allUnserved<Name extends string>(...names: Name[]): Record<Name, Property> {
    return Object.fromEntries(names.map((name) => [name, unserved()])) as Record<Name, Property>;
}

/** What the provider fills in, of the members of an object that the program gives. */
export function defaultsOf(properties: Properties): Values {
    return Object.fromEntries(
        Object.entries(properties).flatMap(([name, { default: value }]) =>
            value === undefined ? [] : [[name, value]],
        ),
    );
}
