import { UNKNOWN, type Known } from "../../ecs/known";
import type { Problem } from "./problems";
import { memberPath } from "./shape";

/**
 * Arguments as checks of several together read them: each value has the type that its table asks for, or is UNKNOWN,
 * because its output is not known yet or because it is wrong. A required argument may be absent: that is refused too.
 */
export type Accepted<T> = T extends readonly (infer Item)[]
    ? readonly Known<Accepted<Item>>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Known<Accepted<T[Key]>> | undefined }
      : T;

/** Puts UNKNOWN in place of every value that has a problem. */
export function acceptedValues(value: unknown, problems: readonly Problem[]): unknown {
    return without(value, "", new Set(problems.map(({ propertyPath }) => propertyPath)));
}

function without(value: unknown, path: string, refused: ReadonlySet<string>): unknown {
    if (refused.has(path)) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item, index) => without(item, `${path}[${index}]`, refused));
    }
    if (typeof value === "object" && value !== null) {
        const members = Object.entries(value);
        return Object.fromEntries(members.map(([name, one]) => [name, without(one, memberPath(path, name), refused)]));
    }
    return value ?? undefined;
}
