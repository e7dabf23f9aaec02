import { judgeTask } from "../../checks/judge/judge-task";
import { taskRules } from "../../checks/rules";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";

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
        problems: task.problems.map(({ path, reason }) => `${path}: ${reason}`),
        violations: outcomes.flatMap(({ rule, violations }) =>
            violations.map(({ path, message }) => `${rule}: ${path}: ${message}`),
        ),
        undecided: outcomes.flatMap(({ rule, undecided }) => undecided.map((path) => `${rule}: ${path}`)),
        rules: outcomes.filter(({ violations }) => violations.length > 0).map(({ rule }) => rule),
    };
}
