import { rules } from "../rules";
import type { OptionName } from "./options";

/** The policies of the pack that are no rules. They have names in a configuration too. */
export const packPolicies = {
    /** Nothing by itself: the options of every rule that has none of its own. */
    options: "ecs-inferentia",
    /** What cannot be read. */
    shape: "task-definition-shape",
    /** What a rule only advises, whatever its level. */
    advice: "neuron-advice",
    /** What is not known at preview. */
    unknown: "neuron-unknown-at-preview",
    /** What was suppressed. */
    suppressed: "neuron-suppressed",
    /** What was repaired. */
    remediated: "neuron-remediated",
} as const;

const packPolicyOptions: Readonly<Record<string, readonly OptionName[]>> = {
    [packPolicies.options]: ["scope", "runtimes", "allowedSidecarImages", "suppressions"],
    [packPolicies.shape]: [],
    [packPolicies.advice]: [],
    [packPolicies.unknown]: [],
    [packPolicies.suppressed]: [],
    [packPolicies.remediated]: [],
};

/** They inform of what no rule refuses. */
export const informingPolicies: readonly string[] = [
    packPolicies.advice,
    packPolicies.unknown,
    packPolicies.suppressed,
    packPolicies.remediated,
];

/** The options of every policy, by its name. */
export const policyOptions: ReadonlyMap<string, readonly OptionName[]> = new Map([
    ...rules.map(({ name, options = [] }): [string, readonly OptionName[]] => [
        name,
        ["scope", ...options, "suppressions"],
    ]),
    ...Object.entries(packPolicyOptions),
]);
