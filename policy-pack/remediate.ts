import type { ResourceRemediation } from "@pulumi/policy";
import { packPolicies } from "../checks/configuration/policies";
import { fixableRules, fixTaskDefinition } from "../checks/fixes";
import { edited } from "../checks/fixes/apply";
import { kindOf } from "../checks/stack/resource-kind";
import { optionsOf } from "./config";
import { plainInputs } from "./plain";
import { ReportedLater } from "./reported-later";
import { isSuppressed } from "./suppressed";

const remediated = new ReportedLater({
    name: packPolicies.remediated,
    description: "What a rule with the enforcement level remediate has changed in a resource.",
    remediationSteps: "Make the same change in the program, so that it says what is deployed.",
});

export const remediatedPolicy = remediated.policy;

/**
 * Repairs the task definition of a resource by one rule, where that has one right answer; undefined for rules that
 * never have. The engine calls it before validation, and only at the level `remediate`.
 */
export function remediationBy(rule: string): ResourceRemediation | undefined {
    if (!fixableRules.includes(rule)) {
        return undefined;
    }
    return (args) => {
        if (kindOf(args.type) !== "taskDefinition" || isSuppressed(rule, args.urn)) {
            return undefined;
        }
        const props = args.props as object;
        const { changes } = fixTaskDefinition(plainInputs(props), { rules: [rule], optionsOf });
        if (changes.length === 0) {
            return undefined;
        }
        changes.forEach(({ note }) => remediated.leave(args.urn, `${rule}: ${note}`));
        // In place, through the SDK's proxies: they keep secret what was secret.
        changes.flatMap(({ edits }) => edits).forEach((edit) => edited(props, edit, true));
        return props as Record<string, unknown>;
    };
}
