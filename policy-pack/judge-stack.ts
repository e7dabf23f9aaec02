import { Judgement, Scope, type Outcome } from "./judge";
import { Undecided, UNKNOWN, type Known } from "./knowledge";
import type { Rule } from "./rules/rule";
import { isInferenceService } from "./stack/inference-service";
import { launchesInf1 } from "./stack/instances";
import type { LaunchTemplate, Service, Stack } from "./stack/model";

/** What one rule says of one resource of a stack. */
export interface StackOutcome extends Outcome {
    readonly resource: string;
}

/** Judges the services and launch templates of a stack by one rule; those of which it says nothing are left out. */
export function judgeStack(rule: Rule, stack: Stack, scope: Scope = Scope.Auto): readonly StackOutcome[] {
    const outcomes = [...stack.services, ...stack.launchTemplates].map(({ id }) => judgeResource(rule, stack, id, scope));
    return outcomes.filter(({ violations, undecided }) => violations.length > 0 || undecided.length > 0);
}

/** Judges one resource of a stack by one rule. Total, as {@link Judgement} is. */
export function judgeResource(rule: Rule, stack: Stack, resource: string, scope: Scope = Scope.Auto): StackOutcome {
    const judgement = new Judgement(rule, "resource", "resource");
    const services = rule.perService === undefined ? [] : stack.services;
    const templates = rule.perLaunchTemplate === undefined ? [] : stack.launchTemplates;
    services.filter(({ id }) => id === resource).forEach((service) => judgement.attempt(() => ofService(rule, service, stack, scope)));
    templates.filter(({ id }) => id === resource).forEach((template) => judgement.attempt(() => ofTemplate(rule, template, stack)));
    return { resource, ...judgement.outcome };
}

function ofService(rule: Rule, service: Service, stack: Stack, scope: Scope) {
    return holds(scope === Scope.All ? true : isInferenceService(service), "taskDefinition") ? rule.perService?.(service, stack) : undefined;
}

function ofTemplate(rule: Rule, template: LaunchTemplate, stack: Stack) {
    return holds(launchesInf1(template, stack), "instanceType") ? rule.perLaunchTemplate?.(template, stack) : undefined;
}

function holds(answer: Known<boolean>, path: string): boolean {
    if (answer === UNKNOWN) {
        throw new Undecided(path);
    }
    return answer;
}
