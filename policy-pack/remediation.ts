import type { ResourceRemediation } from "@pulumi/policy";
import { edited, fixableRules, kindOf, packPolicies, repair } from "../checks";
import { informingPolicy } from "./metadata";
import { plainInputs } from "./plain-inputs";
import type { Policy } from "./policy";
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
        const { changes } = repair({ id: urn, definition: plainInputs(props) }, run.configuration, [rule]);
        if (changes.length === 0) {
            return undefined;
        }
        run.repairs.set(urn, [...(run.repairs.get(urn) ?? []), ...changes.map(({ note }) => `${rule}: ${note}`)]);
        // In place, through the SDK's proxies: they keep secret what was secret.
        changes.flatMap(({ edits }) => edits).forEach((edit) => edited(props, edit, true));
        return props;
    };
}

/** Reports what was repaired. */
export function remediatedPolicy(run: Run): Policy {
    return {
        ...informingPolicy(
            packPolicies.remediated,
            "What a rule with the enforcement level remediate has changed in a resource.",
            "Make the same change in the program, so that it says what is deployed.",
        ),
        validateResource: ({ urn }, report) => {
            run.repairs.get(urn)?.forEach((text) => report(text));
            run.repairs.delete(urn);
        },
    };
}
