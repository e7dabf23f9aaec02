import { defaultOptions, Scope, type RuleOptions } from "../configuration/options";
import { known } from "../known";
import type { Rule } from "../rules/rule";
import { isInferenceService } from "../stack/inference-service";
import { launchesNeuron } from "../stack/instances";
import type { Stack } from "../stack/stack";
import type { LaunchTemplate, Service } from "../stack/stack-resources";
import { OutcomeCollector, type Outcome } from "./outcome";

/**
 * Judges a service or a launch template by one rule, with the stack around it. Total, as {@link OutcomeCollector} is.
 */
export function judgeAround(
    rule: Rule,
    resource: Service | LaunchTemplate,
    stack: Stack,
    { scope }: RuleOptions = defaultOptions,
): Outcome {
    const collector = new OutcomeCollector(rule.name, "resource", "resource");
    const { perService, perLaunchTemplate } = rule;
    if (resource.kind === "service" && perService !== undefined) {
        collector.attempt(() =>
            scope === Scope.All || known(isInferenceService(resource), "taskDefinition")
                ? perService(resource, stack)
                : undefined,
        );
    }
    if (resource.kind === "launchTemplate" && perLaunchTemplate !== undefined) {
        collector.attempt(() =>
            known(launchesNeuron(resource, stack), "instanceType") ? perLaunchTemplate(resource, stack) : undefined,
        );
    }
    return collector.outcome;
}
