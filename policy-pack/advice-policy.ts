import { messageOf, packPolicies, type Finding } from "../checks";
import { informingPolicy } from "./metadata";
import type { Policy } from "./policy";
import { left, type Run } from "./run";

/** Reports what rules only advise: a policy reports all at its own level, which advice must not have. */
export function advicePolicy(run: Run): Policy {
    return {
        ...informingPolicy(
            packPolicies.advice,
            "What a rule advises of a resource, although nothing breaks without it.",
            "Follow the advice, or switch the rule that the message names off for the resource.",
        ),
        validateResource: (args, report) => {
            adviceIn(left(run.judge(packPolicies.advice, args), "violation")).forEach((finding) =>
                report(text(finding)),
            );
        },
        validateStack: (args, report) => {
            const advice = adviceIn(left(run.judgeStack(packPolicies.advice, args), "violation"));
            advice.forEach((finding) => report(text(finding), finding.resource));
        },
    };
}

function adviceIn(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter((finding) => finding.kind === "violation" && finding.isAdvice);
}

function text(finding: Finding): string {
    return `${finding.rule}: ${messageOf(finding)}`;
}
