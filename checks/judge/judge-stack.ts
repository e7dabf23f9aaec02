import { Judgement, Scope, type Outcome } from "./judge";
import { Undecided, UNKNOWN, type Known } from "../known";
import type { Rule } from "../rules/rule";
import { isInferenceService } from "../stack/inference-service";
import { launchesInf1 } from "../stack/instances";
import type { LaunchTemplate, Service, Stack } from "../stack/stack";

/** What one rule says of one resource of a stack. */
export interface StackOutcome extends Outcome {
    readonly resource: string;
}

/** Judges the services and launch templates of a stack by one rule; those of which it says nothing are left out. */
export function judgeStack(rule: Rule, stack: Stack, scope: Scope = Scope.Auto): readonly StackOutcome[] {
    const outcomes = [...stack.services, ...stack.launchTemplates].map(({ id }) =>
        judgeResource(rule, stack, id, scope),
    );
    return outcomes.filter(({ violations, undecided }) => violations.length > 0 || undecided.length > 0);
}

/** Judges one resource of a stack by one rule. Total, as {@link Judgement} is. */
export function judgeResource(rule: Rule, stack: Stack, resource: string, scope: Scope = Scope.Auto): StackOutcome {
    const judgement = new Judgement(rule, "resource", "resource");
    const isMeant = ({ id }: { readonly id: string }) => id === resource;
    const { perService, perLaunchTemplate } = rule;
    if (perService !== undefined) {
        const isInScope = (service: Service) =>
            holds(scope === Scope.All || isInferenceService(service), "taskDefinition");
        stack.services
            .filter(isMeant)
            .forEach((service) =>
                judgement.attempt(() => (isInScope(service) ? perService(service, stack) : undefined)),
            );
    }
    if (perLaunchTemplate !== undefined) {
        const isInScope = (template: LaunchTemplate) => holds(launchesInf1(template, stack), "instanceType");
        stack.launchTemplates
            .filter(isMeant)
            .forEach((template) =>
                judgement.attempt(() => (isInScope(template) ? perLaunchTemplate(template, stack) : undefined)),
            );
    }
    return { resource, ...judgement.outcome };
}

function holds(answer: Known<boolean>, path: string): boolean {
    if (answer === UNKNOWN) {
        throw new Undecided(path);
    }
    return answer;
}
