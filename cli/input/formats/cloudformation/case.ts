import type { ConditionValues } from "../../document";

/** One way in which a template can be deployed. */
export interface Case {
    /** The conditions of which it is known in this case whether they are true. */
    readonly conditions: ConditionValues;
    /** The values of parameters that are not their defaults; UNKNOWN for one that is some other value. */
    readonly parameters: ReadonlyMap<string, unknown>;
}

/** Every parameter at its default, and no condition decided. */
export const defaultCase: Case = { conditions: new Map(), parameters: new Map() };
