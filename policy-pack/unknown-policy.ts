import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { judgeConfigured } from "../checks/judge/judge-configured";
import { packPolicies } from "../checks/configuration/policies";
import { judgeStack } from "../checks/judge/judge-stack";
import { UNKNOWN } from "../checks/known";
import { stackRules, taskRules } from "../checks/rules";
import type { Rule } from "../checks/rules/rule";
import type { Stack } from "../checks/stack/stack";
import { named } from "../checks/stack/stack";
import { unknownInputs } from "../checks/task/component";
import type { TaskDefinition } from "../checks/task/task-definition";
import { isInferenceTask } from "../checks/task/roles";
import { levelOf, optionsOf } from "./config";
import { analyse, taskDefinitionOf, wholeStack, type Analysed } from "./run";
import { isMisshapen } from "../checks/judge/shape-rule";

/** Says what no rule can judge at preview. It never fails a preview; the rules themselves judge before the update. */
export const unknownPolicy: ResourceValidationPolicy & StackValidationPolicy = {
    name: packPolicies.unknown,
    description: "What is not known at preview is judged before the update touches the resource.",
    enforcementLevel: "advisory",
    severity: "low",
    validateResource: (args, report) => {
        const one = analyse(args);
        const task = one && taskDefinitionOf(one);
        const open = task === undefined ? [] : openRules(task);
        if (one !== undefined && task !== undefined && open.length > 0) {
            const inference =
                isInferenceTask(task) === UNKNOWN
                    ? " Whether this is an inference task is not known either; if it is, it is"
                    : " It is";
            report(
                `${why(unknownOf(one, open))} Not decided by: ` +
                    `${open.map(({ rule }) => rule).join(", ")}.${inference} checked before the update touches this ` +
                    "resource",
            );
        }
    },
    validateStack: (args, report) => {
        for (const [resource, open] of openResources(wholeStack(args.resources))) {
            report(
                `${why(paths(open))} Not decided by: ${open.map(({ rule }) => rule).join(", ")}. It is checked ` +
                    "during the update",
                resource,
            );
        }
    },
};

interface Open {
    readonly rule: string;
    readonly paths: readonly string[];
}

function openRules(task: TaskDefinition): readonly Open[] {
    return taskRules
        .filter(isOn)
        .map((rule) => ({
            rule: rule.name,
            paths: judgeConfigured(rule, task, optionsOf(rule.name)).undecided.filter(
                (path) => !isMisshapen(task, path),
            ),
        }))
        .filter((open) => open.paths.length > 0);
}

function isOn(rule: Rule): boolean {
    return levelOf(rule) !== "disabled";
}

function openResources(stack: Stack): ReadonlyMap<string, readonly Open[]> {
    const open = new Map<string, Open[]>();
    for (const rule of stackRules.filter(isOn)) {
        for (const { resource, undecided } of judgeStack(rule, stack, optionsOf(rule.name).scope).filter(
            (outcome) => outcome.undecided.length > 0,
        )) {
            open.set(resource, [...(open.get(resource) ?? []), { rule: rule.name, paths: undecided }]);
        }
    }
    return open;
}

/** What is unknown: of a task definition whose text is, what was not known of the component that makes it. */
function unknownOf({ resource, component }: Analysed, open: readonly Open[]): string {
    const inputs =
        resource.properties["containerDefinitions"] === UNKNOWN && component !== undefined
            ? unknownInputs(component.properties)
            : [];
    return component === undefined || inputs.length === 0
        ? paths(open)
        : `${inputs.join(", ")} of ${named(component.id)}, from which containerDefinitions is made`;
}

function paths(open: readonly Open[]): string {
    return [...new Set(open.flatMap((one) => one.paths))].join(", ");
}

function why(what: string): string {
    return `not known at preview, because it comes from a resource that is not there yet: ${what}.`;
}
