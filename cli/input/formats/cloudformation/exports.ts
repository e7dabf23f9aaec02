/** A resource whose value another template exports by name, or keeps in a parameter of Systems Manager. */
export interface Export {
    /** The path of the template's file, which tells its resources from those of others. */
    readonly file: string;
    readonly template: unknown;
    readonly resource: string;
}

/** By their names, or by {@link inSsm}, {@link nestedParameter} and {@link nestedOutput}. */
export type Exports = ReadonlyMap<string, Export>;

/** The key of what is kept in a parameter of Systems Manager. */
export function inSsm(parameter: string): string {
    return `ssm:${parameter}`;
}

/** The key of what a parent gives a parameter of the template in a file. */
export function nestedParameter(file: string, name: string): string {
    return `parameter:${file}:${name}`;
}

/** The key of an output of a nested stack, as the parent in a file names it: `Nested.Outputs.Name`. */
export function nestedOutput(file: string, name: string): string {
    return `output:${file}:${name}`;
}

/** The id of another template's resource. */
export function importedId({ file, resource }: Pick<Export, "file" | "resource">): string {
    return `${resource} of ${file}`;
}

/**
 * The export that a name means. What is put in at deployment, as the name of a stack, can be anything; of several that
 * it then fits, none is told.
 */
export function exported(name: unknown, exports: Exports): Export | undefined {
    if (typeof name !== "string") {
        return undefined;
    }
    const exact = exports.get(name);
    if (exact !== undefined) {
        return exact;
    }
    const pattern = patternOf(name);
    const fitting = [...exports].filter(([key]) => pattern?.test(key) === true || patternOf(key)?.test(name) === true);
    return fitting.length === 1 ? fitting[0]?.[1] : undefined;
}

const putIn = /\$\{[^}]+\}/;

/** A pattern of a name in which something is put at deployment, beside text of its own. */
function patternOf(name: string): RegExp | undefined {
    const parts = name.split(putIn);
    const isTold = parts.length > 1 && parts.some((part) => /\w/.test(part));
    return isTold ? new RegExp(`^${parts.map((part) => part.replace(/\W/g, "\\$&")).join(".+")}$`) : undefined;
}
