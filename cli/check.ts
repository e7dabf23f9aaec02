import { judge, type Outcome, type Scope } from "../policy-pack/judge";
import { judgeStack } from "../policy-pack/judge-stack";
import { stackRules, taskRules } from "../policy-pack/rules";
import type { Rule } from "../policy-pack/rules/rule";
import { readStack } from "../policy-pack/stack/read";
import type { Document, Parsed, Place } from "./document";
import type { FileResult, Finding } from "./finding";

/** What is checked, and how severe it is. */
export interface CheckOptions {
    /** The level of a rule; undefined when it is switched off. */
    level(rule: { readonly name: string; readonly level: "mandatory" | "advisory" }): "mandatory" | "advisory" | undefined;
    scope(rule: string): Scope;
}

/** The rule under which a task definition of the wrong shape is reported; it cannot be switched off. */
export const shapeRule = { name: "task-definition-shape", level: "mandatory", summary: "An ECS task definition is of the shape that ECS takes." } as const;

/** Checks one document by every rule. */
export function check(file: string, document: Document, parsed: Parsed, options: CheckOptions): FileResult {
    const stack = readStack(document.resources);
    const findings: Finding[] = [];
    const add = (resource: string, rule: { readonly name: string }, level: "mandatory" | "advisory", kind: Finding["kind"], path: string, message: string) => {
        const line = parsed.lineOf([...(document.places.get(resource) ?? []), ...placeOf(path)]);
        findings.push({ file, line, resource, rule: rule.name, level, kind, path, message });
    };
    const addOutcome = (resource: string, rule: Rule, level: "mandatory" | "advisory", { violations, undecided }: Outcome) => {
        violations.forEach(({ path, message }) => add(resource, rule, level, "violation", path, message));
        undecided.forEach((path) => add(resource, rule, level, "unknown", path, `${path} is not known from this file, so that the rule could not decide`));
    };

    for (const { id, task } of stack.taskDefinitions) {
        for (const { path, reason } of task.problems) {
            add(id, shapeRule, shapeRule.level, "violation", path, `${path} ${reason}; the other rules cannot judge it: correct it`);
        }
        const isBroken = (path: string) => task.problems.some((problem) => problem.path.startsWith(path) || path.startsWith(problem.path));
        for (const rule of taskRules) {
            const level = options.level(rule);
            if (level !== undefined) {
                const { violations, undecided } = judge(rule, task, options.scope(rule.name));
                addOutcome(id, rule, level, { violations, undecided: undecided.filter((path) => !isBroken(path)) });
            }
        }
    }
    for (const rule of stackRules) {
        const level = options.level(rule);
        const outcomes = level === undefined ? [] : judgeStack(rule, stack, options.scope(rule.name));
        outcomes.forEach((outcome) => addOutcome(outcome.resource, rule, level ?? rule.level, outcome));
    }
    findings.sort((one, other) => one.line - other.line);
    const judged = [...stack.taskDefinitions, ...stack.services, ...stack.launchTemplates].map(({ id }) => id);
    return { file, format: document.format, resources: judged, findings };
}

/** `containerDefinitions[1].environment` as keys and indexes. */
function placeOf(path: string): Place {
    return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) => (index === undefined ? (key ?? "") : Number(index)));
}
