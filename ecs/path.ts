/** Where a value stands: keys in the ECS API's camelCase, and indexes, from the properties of its resource down. */
export type Path = readonly (string | number)[];

/** A property of a resource. */
export interface Property {
    readonly path: Path;
    /** The name of the environment variable, where it is the value of one, or the list that lacks it. */
    readonly variable?: string;
    /** The id of the resource that has it, where that is another one than the one that is spoken of. */
    readonly owner?: string;
    /** What in its value is not read, where the value itself is known: a function in a script, say. */
    readonly unread?: string;
}

/** The value of an environment variable, or the secret that it comes from. */
export type VariableProperty = Property & Required<Pick<Property, "variable">>;

/** Whether a path leads to what another one leads to, or into it. */
export function isWithin(path: Path, whole: Path): boolean {
    return whole.every((step, index) => path[index] === step);
}
