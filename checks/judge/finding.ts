import type { OptionName } from "../configuration/options";
import type { Property } from "../../ecs/path";
import type { RuleText } from "../rules/rule";
import type { Part } from "../../ecs/task/role-label";
import type { TaskRuntime } from "../../ecs/task/runtime";

/** What the checks say of one property of a resource; its owner is another one only with `unknown`. */
export interface Finding extends Property {
    /** The id of the resource. */
    readonly resource: string;
    readonly rule: string;
    readonly level: "mandatory" | "advisory";
    readonly severity: RuleText["severity"];
    /** `unknown`: the rule could not decide; it fails nothing. `suppressed`: switched off for this resource. */
    readonly kind: "violation" | "unknown" | "suppressed";
    /** The name of the container in which that stands. */
    readonly container?: string;
    /** The whole sentence: what is wrong, what is required, and what to do. */
    readonly message: string;
    /** What is wrong, as short as it can be beside the value itself. */
    readonly found: string;
    /** What to do about it. */
    readonly remedy?: string;
    /** An option, and its value with which the rule would not say this. */
    readonly option?: { readonly name: OptionName; readonly value: readonly string[] };
    /** With `suppressed`: why. */
    readonly reason?: string;
    /** With `unknown`: it is not known either whether the rule is about this resource at all. */
    readonly isScopeOpen?: true;
    /** The Neuron runtime that the task means, as far as that is known. */
    readonly runtime?: TaskRuntime;
    /** The part that the container plays in the task, as far as that is known, and why. */
    readonly role?: { readonly part: Part; readonly reason: string };
}
