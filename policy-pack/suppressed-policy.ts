import { messageOf, packPolicies } from "../checks";
import { informingPolicy } from "./metadata";
import type { Policy } from "./policy";
import { left, type Run } from "./run";

/** Reports what rules would say where the configuration switches them off. */
export function suppressedPolicy(run: Run): Policy {
    return {
        ...informingPolicy(
            packPolicies.suppressed,
            "What a rule would say of a resource for which the configuration switches it off.",
            "Remove the suppression from the configuration, once its reason no longer holds.",
        ),
        validateResource: (args, report) => {
            const suppressed = left(run.judge(packPolicies.suppressed, args), "suppressed");
            suppressed.forEach((finding) => report(messageOf(finding)));
        },
        validateStack: (args, report) => {
            const suppressed = left(run.judgeStack(packPolicies.suppressed, args), "suppressed");
            suppressed.forEach((finding) => report(messageOf(finding), finding.resource));
        },
    };
}
