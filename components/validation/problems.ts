import { UNKNOWN } from "../../ecs/known";

/** One wrong argument: where it stands, and in one sentence what it is, what is required and how to fix it. */
export interface Problem {
    readonly propertyPath: string;
    readonly reason: string;
}

/** Collects the problems of one component's arguments. */
export class Problems {
    readonly found: Problem[] = [];
    /** Members of AWS's structures that are not known here, by their paths, each with the structure in words. */
    readonly unchecked = new Map<string, string>();

    add(propertyPath: string, reason: string): void {
        this.found.push({ propertyPath, reason });
    }

    /** What AWS may have added is passed on unchecked. */
    pass(propertyPath: string, structure: string): void {
        this.unchecked.set(propertyPath, structure);
    }

    /** Both arguments decide the same thing: only one may be given. */
    exclusive(path: string, value: unknown, otherPath: string, other: unknown): void {
        if (value !== undefined && other !== undefined) {
            this.add(path, `is given together with ${otherPath}; give only one of the two`);
        }
    }

    /** An output is known too late to decide which resources there are. @param decides what the argument decides */
    written(path: string, value: unknown, decides: string): void {
        if (value === UNKNOWN && !this.found.some(({ propertyPath }) => propertyPath === path)) {
            this.add(path, `is an output, but decides ${decides}; give the value itself`);
        }
    }

    /** One argument makes no sense without the other. */
    together(path: string, value: unknown, otherPath: string, other: unknown): void {
        if ((value === undefined) !== (other === undefined)) {
            const [missing, given] = value === undefined ? [path, otherPath] : [otherPath, path];
            this.add(missing, `is missing, although ${given} is given; give both, or neither`);
        }
    }
}

/** Quotes a value for a message; only for values that cannot be secrets. */
export function quote(value: unknown): string {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? JSON.stringify(value)
        : describe(value);
}

/** The kind of a value in words, which tells nothing of what it holds. */
export function describe(value: unknown): string {
    if (Array.isArray(value)) {
        return "a list";
    }
    const words = { object: "an object", string: "a string", number: "a number", boolean: "true or false" } as const;
    return value === null ? "null" : ((words as Readonly<Record<string, string>>)[typeof value] ?? typeof value);
}
