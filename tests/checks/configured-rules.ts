import assert from "node:assert/strict";
import { defaultOptions, type RuleOptions } from "../../checks/configuration/options";
import { judgeTask } from "../../checks/judge/judge-task";
import { taskRules } from "../../checks/rules";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import { violationText } from "./violation-text";
import { propertyText } from "../../checks/phrasing/property-text";

/** What each rule says, by its name; those that say nothing are left out. */
export function findings(definition: unknown, change: Partial<RuleOptions>): Record<string, readonly string[]> {
    const task = readTaskDefinition(definition);
    assert.deepStrictEqual(task.problems, []);
    const all = taskRules.map((rule) => [rule.name, judgeTask(rule, task, { ...defaultOptions, ...change })] as const);
    return Object.fromEntries(
        all
            .map(
                ([name, { violations, undecided }]) =>
                    [
                        name,
                        [...violations.map(violationText), ...undecided.map((one) => `? ${propertyText(one)}`)],
                    ] as const,
            )
            .filter(([, said]) => said.length > 0),
    );
}
