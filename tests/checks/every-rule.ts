import { judgeTask } from "../../checks/judge/judge-task";
import { taskRules } from "../../checks/rules";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import { violationText } from "./violation-text";
import { propertyText } from "../../checks/phrasing/property-text";

export interface Findings {
    /** Where the definition has the wrong shape. */
    readonly problems: readonly string[];
    /** What the rules found, as `rule: path: message`. */
    readonly violations: readonly string[];
    /** What they could not decide, as `rule: path`. */
    readonly undecided: readonly string[];
    /** The names of the rules that found something. */
    readonly rules: readonly string[];
}

/** What all rules over a task definition say of it. */
export function everyRule(definition: unknown): Findings {
    const task = readTaskDefinition(definition);
    const outcomes = taskRules.map((rule) => ({ rule: rule.name, ...judgeTask(rule, task) }));
    return {
        problems: task.problems.map((one) => `${propertyText(one)}: ${one.reason}`),
        violations: outcomes.flatMap(({ rule, violations }) =>
            violations.map((one) => `${rule}: ${violationText(one)}`),
        ),
        undecided: outcomes.flatMap(({ rule, undecided }) => undecided.map((one) => `${rule}: ${propertyText(one)}`)),
        rules: outcomes.filter(({ violations }) => violations.length > 0).map(({ rule }) => rule),
    };
}
