import { defaultOptions, Scope, type RuleOptions } from "../configuration/options";
import { isNeuronInstanceType, Runtime } from "../../contract";
import { known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";
import type { Rule } from "../rules/rule";
import { hostsOf } from "../stack/hosts";
import { isInferenceStarter } from "../stack/inference-starter";
import { launchesNeuron } from "../stack/instances";
import type { Stack } from "../stack/stack";
import type { LaunchTemplate, ScalableTarget, TaskStarter } from "../stack/stack-resources";
import { areForNeuron } from "../../ecs/task/inference-task";
import { meansRuntime } from "../../ecs/task/runtime";
import { OutcomeCollector, type Outcome } from "./outcome";

/**
 * Judges a starter, a launch template or a scalable target by one rule, with the stack around it. Total, as
 * {@link OutcomeCollector} is.
 */
export function judgeStackResource(
    rule: Rule,
    resource: TaskStarter | LaunchTemplate | ScalableTarget,
    stack: Stack,
    { scope }: RuleOptions = defaultOptions,
): Outcome {
    const collector = new OutcomeCollector(rule.name, "resource", []);
    const { perStarter, perLaunchTemplate, perScalableTarget } = rule;
    if (resource.kind === "launchTemplate") {
        collector.attempt(() =>
            perLaunchTemplate !== undefined && known(launchesNeuron(resource, stack), ["instanceType"])
                ? perLaunchTemplate(resource, stack)
                : undefined,
        );
    } else if (resource.kind === "scalableTarget") {
        collector.attempt(() => perScalableTarget?.(resource, stack));
    } else if (perStarter !== undefined && concerns(rule, resource)) {
        collector.attempt(() =>
            scope === Scope.All || isForInference(resource, stack) ? perStarter(resource, stack) : undefined,
        );
    }
    return collector.outcome;
}

/**
 * Whether a starter runs an inference task. @throws Undecided while that is not known; where all instances have chips,
 * also while constraints are not known, which may hold the task to these
 */
function isForInference(starter: TaskStarter, stack: Stack): boolean {
    const isInference = known(isInferenceStarter(starter), ["taskDefinition"]);
    if (!isInference && areForNeuron(starter.placementConstraints) === UNKNOWN) {
        const shown = whenKnown(() => hostsOf(starter, stack));
        const hosts = shown !== UNKNOWN && shown.areAll ? shown.hosts : [];
        if (hosts.length > 0 && hosts.every(({ instanceType }) => isNeuronInstanceType(instanceType))) {
            throw new Undecided({ path: ["placementConstraints"] });
        }
    }
    return isInference;
}

/** Whether a rule about some runtimes is about a starter: not where its task is known to mean another one. */
function concerns({ runtimes }: Rule, { taskDefinition }: TaskStarter): boolean {
    const tasks = taskDefinition === UNKNOWN ? [] : taskDefinition.targets;
    const others = Object.values(Runtime).filter((runtime) => runtimes?.includes(runtime) === false);
    return !tasks.some(({ task }) => others.some((runtime) => meansRuntime(task, runtime) === true));
}
