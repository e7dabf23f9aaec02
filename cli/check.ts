import { judgeConfigured } from "../checks/judge/judge-configured";
import { suppressedText, suppressionOf } from "../checks/judge/suppression";
import type { Outcome } from "../checks/judge/judge";
import { judgeStack } from "../checks/judge/judge-stack";
import { stackRules, taskRules } from "../checks/rules";
import { isMisshapen, shapeMessage, shapeRule } from "../checks/judge/shape-rule";
import { readStack } from "../checks/stack/read-stack";
import type { CheckOptions } from "./configuration";
import type { Document, Parsed, Place } from "./document";
import type { FileResult, Finding } from "./finding";

type Level = Finding["level"];

/** Checks one document by every rule. */
export function check(file: string, document: Document, parsed: Parsed, options: CheckOptions): FileResult {
    const stack = readStack(document.resources);
    const findings: Finding[] = [];
    const add = (
        resource: string,
        rule: string,
        level: Level,
        kind: Finding["kind"],
        path: string,
        message: string,
    ) => {
        const line = parsed.lineOf([...(document.places.get(resource) ?? []), ...placeOf(path)]);
        const suppression = kind === "violation" ? suppressionOf(options.options(rule), namesOf(resource)) : undefined;
        const said =
            suppression === undefined
                ? { kind, message }
                : { kind: "suppressed" as const, message: suppressedText(suppression, rule, message) };
        findings.push({ file, line, resource, rule, level, path, ...said });
    };
    const addOutcome = (resource: string, rule: string, level: Level, { violations, undecided }: Outcome) => {
        violations.forEach(({ path, message }) => add(resource, rule, level, "violation", path, message));
        undecided.forEach((path) =>
            add(
                resource,
                rule,
                level,
                "unknown",
                path,
                `${path} is not known from this file, so that the rule could not decide`,
            ),
        );
    };

    for (const { id, task } of stack.taskDefinitions) {
        // Whatever rules are asked for, this one is.
        task.problems.forEach((problem) =>
            add(id, shapeRule.name, shapeRule.level, "violation", problem.path, shapeMessage(problem)),
        );
        for (const rule of taskRules) {
            const level = options.level(rule);
            if (level !== undefined) {
                const { violations, undecided } = judgeConfigured(rule, task, options.options(rule.name));
                addOutcome(id, rule.name, level, {
                    violations,
                    undecided: undecided.filter((path) => !isMisshapen(task, path)),
                });
            }
        }
    }
    for (const rule of stackRules) {
        const level = options.level(rule);
        const outcomes = level === undefined ? [] : judgeStack(rule, stack, options.options(rule.name).scope);
        outcomes.forEach((outcome) => addOutcome(outcome.resource, rule.name, level ?? rule.level, outcome));
    }
    findings.sort((one, other) => one.line - other.line);
    const judged = [...stack.taskDefinitions, ...stack.services, ...stack.launchTemplates].map(({ id }) => id);
    return { file, format: document.format, resources: judged, findings };
}

/** What a suppression can call a resource: its id, or of a URN the name at its end. */
export function namesOf(resource: string): readonly string[] {
    const name = resource.split("::").at(-1);
    return name === undefined || name === resource ? [resource] : [resource, name];
}

/** `containerDefinitions[1].environment` as keys and indexes. */
function placeOf(path: string): Place {
    return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, key, index]) =>
        index === undefined ? (key ?? "") : Number(index),
    );
}
