import { judge, type Outcome } from "./judge";
import { neuronRtdRules } from "../rules";
import { neuronRtdSidecar } from "../rules/neuron-rtd-sidecar";
import type { TaskRule } from "../rules/rule";
import type { TaskDefinition } from "../task/task-definition";
import { Runtime, type RuleOptions } from "../configuration/options";
import { acceptsLibnrt, acceptsOnlyLibnrt, allowsImages } from "../rules/accepted-sidecars";

/** Judges a task definition by one rule, as the rule is configured; total, as {@link judge} is. */
export function judgeConfigured(rule: TaskRule, task: TaskDefinition, options: RuleOptions): Outcome {
    const outcomes = configuredRules(rule, options).map((one) => judge(one, task, options.scope));
    return {
        violations: outcomes.flatMap(({ violations }) => violations),
        undecided: [...new Set(outcomes.flatMap(({ undecided }) => undecided))],
    };
}

/** What the options make of a rule: itself, another, several, or nothing. */
function configuredRules(rule: TaskRule, { runtimes, allowedSidecarImages }: RuleOptions): readonly TaskRule[] {
    if (!runtimes.includes(Runtime.NeuronRtd) && neuronRtdRules.some(({ name }) => name === rule.name)) {
        return rule.name === neuronRtdSidecar.name ? [acceptsOnlyLibnrt(rule)] : [];
    }
    if (rule.name !== neuronRtdSidecar.name) {
        return [rule];
    }
    return [
        runtimes.includes(Runtime.Libnrt) ? acceptsLibnrt(rule) : rule,
        ...(allowedSidecarImages === undefined ? [] : [allowsImages(rule, allowedSidecarImages)]),
    ];
}
