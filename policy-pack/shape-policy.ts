import { messageOf, shapeRule } from "../checks";
import { ruleMetadata } from "./metadata";
import type { Policy } from "./policy";
import type { Run } from "./run";

/** Refuses what cannot be read. */
export function shapePolicy(run: Run): Policy {
    return {
        name: shapeRule.name,
        description: shapeRule.summary,
        enforcementLevel: shapeRule.level,
        severity: shapeRule.severity,
        ...ruleMetadata(shapeRule),
        validateResource: (args, report) => {
            const findings = run.judge(shapeRule.name, args)?.findings ?? [];
            findings.filter(({ rule }) => rule === shapeRule.name).forEach((finding) => report(messageOf(finding)));
        },
    };
}
