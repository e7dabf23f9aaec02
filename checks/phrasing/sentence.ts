import type { Finding } from "../judge/finding";
import type { Violation } from "../rules/rule";
import { label } from "./names";
import { propertyText } from "./property-text";

/** What a violation says, as one sentence: what is wrong, what is needed, and what to do. */
export function sentence({ subject, given, problem, requirement, remedy }: Omit<Violation, "path">): string {
    const needed = requirement === undefined ? "" : `; ${requirement}`;
    return `${subject} ${given === undefined ? "" : `${given}, but `}${problem}${needed}: ${remedy}`;
}

/** What a finding says, as one sentence. */
export function messageOf(finding: Finding): string {
    switch (finding.kind) {
        case "violation":
            return sentence(finding);
        case "suppressed":
            return (
                `${finding.rule} is switched off for this resource, because: ${finding.reason}. ` +
                `It would say: ${sentence(finding)}`
            );
        case "unknown":
            return `${problemOf(finding)}, so that the rule could not decide`;
    }
}

/** What is wrong, as short as it can be beside the container's name and the value itself. */
export function problemOf(finding: Finding): string {
    if (finding.kind === "unknown") {
        const { unread } = finding;
        const text = propertyText(finding);
        return unread === undefined ? `${text} is not known` : `${unread} in ${text} is not read`;
    }
    const { subject, given, problem, container, path } = finding;
    return subject === label({ name: container ?? "", path: path.slice(0, 2) })
        ? problem
        : `${subject} ${given === undefined ? "" : `${given}, but `}${problem}`;
}
