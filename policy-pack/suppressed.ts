import { packPolicies } from "../checks/configuration/policies";
import { suppressedText, suppressionOf } from "../checks/judge/suppression";
import { optionsOf } from "./config";
import { ReportedLater } from "./reported-later";

const suppressed = new ReportedLater({
    name: packPolicies.suppressed,
    description: "What a rule would say of a resource for which the configuration switches it off.",
    remediationSteps: "Remove the suppression from the configuration, once its reason no longer holds.",
});

export const suppressedPolicy = suppressed.policy;

/** Whether a rule is switched off for a resource. */
export function isSuppressed(rule: string, urn: string): boolean {
    return suppressionOf(optionsOf(rule), namesOf(urn)) !== undefined;
}

/** Reports what a rule found, or leaves it to be reported as suppressed. */
export function unlessSuppressed(rule: string, urn: string, message: string, report: (message: string) => void): void {
    const suppression = suppressionOf(optionsOf(rule), namesOf(urn));
    if (suppression === undefined) {
        report(message);
    } else {
        suppressed.leave(urn, suppressedText(suppression, rule, message));
    }
}

/** A resource's URN, and the name that the program gave it. */
function namesOf(urn: string): readonly string[] {
    return [urn, urn.slice(urn.lastIndexOf("::") + 2)];
}
