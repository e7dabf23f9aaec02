import { packPolicies } from "../checks";
import { informingMetadata } from "./metadata";
import type { Policy } from "./rule-policy";
import type { Run } from "./run";

/** Reports what rules would say where the configuration switches them off. */
export function suppressedPolicy(run: Run): Policy {
    return {
        name: packPolicies.suppressed,
        description: "What a rule would say of a resource for which the configuration switches it off.",
        enforcementLevel: "advisory",
        severity: "low",
        ...informingMetadata(
            packPolicies.suppressed,
            "Remove the suppression from the configuration, once its reason no longer holds.",
        ),
        validateResource: (args, report) => {
            const findings = run.judge(args)?.findings ?? [];
            findings.filter(({ kind }) => kind === "suppressed").forEach(({ message }) => report(message));
        },
        validateStack: (args, report) => {
            const suppressed = run.judgeStack(args).filter(({ kind }) => kind === "suppressed");
            suppressed.forEach(({ message, resource }) => report(message, resource));
        },
    };
}
