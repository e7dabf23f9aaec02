import { isGiven } from "./settled";

/** One wrong argument: where it stands, and in one sentence what it is, what is required and how to fix it. */
export interface Problem {
    readonly propertyPath: string;
    readonly reason: string;
}

/** Quotes a value for a message; only for values that cannot be secrets. */
export function quote(value: unknown): string {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? JSON.stringify(value)
        : describe(value);
}

function describe(value: unknown): string {
    return Array.isArray(value)
        ? "a list"
        : value === null
          ? "null"
          : typeof value === "object"
            ? "an object"
            : typeof value;
}

/**
 * Collects the problems of one component's arguments. A check passes over what is absent or not known yet, so that the
 * same checks run first on the plain arguments and again as outputs become known.
 */
export class Problems {
    readonly found: Problem[] = [];

    add(propertyPath: string, reason: string): void {
        this.found.push({ propertyPath, reason });
    }

    required(path: string, value: unknown, fix: string): void {
        if (value === undefined || value === null) {
            this.add(path, `is missing; ${fix}`);
        }
    }

    oneOf(path: string, value: unknown, allowed: readonly string[]): void {
        if (isGiven(value) && !allowed.includes(value as string)) {
            this.add(path, `is ${quote(value)}, but must be one of ${allowed.join(", ")}`);
        }
    }

    integer(path: string, value: unknown, least: number, most: number, unit: string): void {
        if (isGiven(value) && !(Number.isInteger(value) && (value as number) >= least && (value as number) <= most)) {
            this.add(path, `is ${quote(value)}, but must be a whole number from ${least} to ${most} ${unit}`.trimEnd());
        }
    }

    text(path: string, value: unknown, pattern: RegExp, requirement: string): void {
        if (isGiven(value) && !(typeof value === "string" && pattern.test(value))) {
            this.add(path, `is ${quote(value)}, but must be ${requirement}`);
        }
    }

    list(path: string, value: unknown, requirement: string): void {
        if (isGiven(value) && !(Array.isArray(value) && value.length > 0)) {
            this.add(path, `is ${Array.isArray(value) ? "empty" : quote(value)}, but must be ${requirement}`);
        }
    }

    /** Both arguments decide the same thing: only one may be given. */
    exclusive(path: string, value: unknown, otherPath: string, other: unknown): void {
        if (value !== undefined && other !== undefined) {
            this.add(path, `is given together with ${otherPath}; give only one of the two`);
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
