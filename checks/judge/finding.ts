import type { OptionName } from "../configuration/options";
import type { Property } from "../../ecs/path";
import type { RuleText, Violation } from "../rules/rule";
import type { RolePart } from "../../ecs/task/role-label";
import type { TaskRuntime } from "../../ecs/task/runtime";

/** What the checks say of one property of a resource. */
export type Finding = FoundViolation | SuppressedViolation | Undecidable;

interface AboutProperty extends Property {
    /** The id of the resource. */
    readonly resource: string;
    readonly rule: string;
    readonly level: "mandatory" | "advisory";
    readonly severity: RuleText["severity"];
    /** The name of the container in which the property stands. */
    readonly container?: string;
    /** The Neuron runtime that the task means, as far as that is known. */
    readonly runtime?: TaskRuntime;
    /** The part that the container plays in the task, as far as that is known, and why. */
    readonly role?: { readonly part: RolePart; readonly reason: string };
}

interface AboutViolation extends AboutProperty, Violation {
    /** An option, and its value with which the rule would not say this. */
    readonly option?: { readonly name: OptionName; readonly value: readonly string[] };
}

export interface FoundViolation extends AboutViolation {
    readonly kind: "violation";
}

/** The rule is switched off for this resource. */
export interface SuppressedViolation extends AboutViolation {
    readonly kind: "suppressed";
    readonly reason: string;
}

/** The rule could not decide; it fails nothing. The property may be another resource's. */
export interface Undecidable extends AboutProperty {
    readonly kind: "unknown";
    /** It is not known either whether the rule is about this resource at all. */
    readonly isScopeOpen?: true;
}
