import type { Unwrap } from "@pulumi/pulumi";
import { acceptedValues, type Accepted } from "./accepted";
import { Problems, type Problem } from "./problems";
import { object, type Fields } from "./shape";

/** The arguments of a component without their outputs: plain values, or UNKNOWN. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The check of a component's arguments: each by itself, and then those that must fit one another. */
export interface ArgumentCheck<Args> {
    readonly fields: Fields<Args>;
    /** What the component sets itself, and why. */
    readonly owned?: Readonly<Record<string, string>>;
    /** Sees UNKNOWN in place of every value that is wrong by itself. */
    readonly together?: (args: Accepted<Unwrap<Args>>, problems: Problems) => void;
}

/** Judges arguments that are plain values, or UNKNOWN. */
export function validateArguments<Args>(component: string, args: Arguments, check: ArgumentCheck<Args>): Problems {
    const problems = new Problems();
    object(component, check.fields, check.owned)(args, "", problems);
    check.together?.(acceptedValues(args, problems.found) as Accepted<Unwrap<Args>>, problems);
    return problems;
}

/** Every problem of arguments that are plain values, or UNKNOWN. */
export function problemsOf<Args>(component: string, args: Arguments, check: ArgumentCheck<Args>): readonly Problem[] {
    return validateArguments(component, args, check).found;
}
