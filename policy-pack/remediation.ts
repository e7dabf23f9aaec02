import type { ResourceRemediation } from "@pulumi/policy";
import { edited, fixableRules, kindOf, packPolicies, repair } from "../checks";
import { informingMetadata } from "./metadata";
import { plainInputs } from "./plain-inputs";
import type { Policy } from "./rule-policy";
import type { Run } from "./run";

/**
 * Repairs the task definition of a resource by one rule, where that has one right answer; undefined for rules that
 * never have. The engine calls it before validation, and only at the level `remediate`.
 */
export function remediationBy(rule: string, run: Run): ResourceRemediation | undefined {
    if (!fixableRules.includes(rule)) {
        return undefined;
    }
    return ({ type, urn, props }) => {
        if (kindOf(type) !== "taskDefinition") {
            return undefined;
        }
        const inputs = props as object;
        const { changes } = repair({ id: urn, definition: plainInputs(inputs) }, run.configuration, [rule]);
        if (changes.length === 0) {
            return undefined;
        }
        changes.forEach(({ note }) => run.noteRepair(urn, `${rule}: ${note}`));
        // In place, through the SDK's proxies: they keep secret what was secret.
        changes.flatMap(({ edits }) => edits).forEach((edit) => edited(inputs, edit, true));
        return props;
    };
}

/** Reports what was repaired. */
export function remediatedPolicy(run: Run): Policy {
    return {
        name: packPolicies.remediated,
        description: "What a rule with the enforcement level remediate has changed in a resource.",
        enforcementLevel: "advisory",
        severity: "low",
        ...informingMetadata(
            packPolicies.remediated,
            "Make the same change in the program, so that it says what is deployed.",
        ),
        validateResource: ({ urn }, report) => run.takeRepairs(urn).forEach((text) => report(text)),
    };
}
