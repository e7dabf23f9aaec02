import { defaultOptions, type Scope } from "../../checks/configuration/options";
import { judgeStackResource } from "../../checks/judge/judge-stack-resource";
import type { Outcome } from "../../checks/judge/outcome";
import type { Rule } from "../../checks/rules/rule";
import type { Stack } from "../../checks/stack/stack";

/** What one rule says of one resource of a stack. */
export interface StackOutcome extends Outcome {
    readonly resource: string;
}

/** What one rule says of what stands around the task definitions of a stack; where it says nothing is left out. */
export function judgeStack(rule: Rule, stack: Stack, scope: Scope = defaultOptions.scope): readonly StackOutcome[] {
    return [...stack.starters, ...stack.launchTemplates, ...stack.scalableTargets]
        .map((resource) => ({
            resource: resource.id,
            ...judgeStackResource(rule, resource, stack, { ...defaultOptions, scope }),
        }))
        .filter(({ violations, undecided }) => violations.length > 0 || undecided.length > 0);
}
