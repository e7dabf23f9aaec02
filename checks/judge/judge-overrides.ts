import type { RuleOptions } from "../configuration/options";
import { sentence } from "../phrasing/sentence";
import type { TaskRule } from "../rules/rule";
import type { TaskStarter } from "../stack/stack-resources";
import { judgeTask } from "./judge-task";
import { nothing, type Outcome } from "./outcome";

const path = ["overrides"];

/** What a rule says of the task that a schedule or a state machine starts, and not of its task definition by itself. */
export function judgeOverrides(rule: TaskRule, starter: TaskStarter, options: RuleOptions): Outcome {
    const { taskDefinition, withoutOverrides, title } = starter;
    if (typeof taskDefinition === "symbol" || taskDefinition.targets.length !== 1 || withoutOverrides === undefined) {
        return nothing;
    }
    const before = judgeTask(rule, withoutOverrides.task, options);
    const [after = nothing] = taskDefinition.targets.map(({ task }) => judgeTask(rule, task, options));
    const said = new Set(before.violations.map(sentence));
    const violations = after.violations
        .filter((violation) => !said.has(sentence(violation)))
        .map(({ fix: _ofDefinition, ...violation }) => ({
            ...violation,
            path,
            subject: `${violation.subject}, as ${title} overrides it,`,
        }));
    const isNewlyUndecided = after.undecided.length > before.undecided.length;
    return violations.length === 0 && !isNewlyUndecided
        ? nothing
        : { violations, undecided: isNewlyUndecided ? [{ path }] : [] };
}
