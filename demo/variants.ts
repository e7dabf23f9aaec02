import { neuronRtdName } from "pulumi-ecs-inferentia/contract";
import { exampleOf } from "../checks/examples";
import { changed } from "../checks/examples/change";

/** One mistake in the stack's task definition. */
export interface Variant {
    /** The only rule that the mistake breaks. */
    readonly rule: string;
    /** What a person would say was done: the title of one of the rule's examples. */
    readonly mistake: string;
}

/** A variant for each of the first six rules of the policy pack. */
export const variants: readonly Variant[] = [
    { rule: "neuron-rtd-sidecar", mistake: "the sidecar is not essential" },
    { rule: "neuron-rtd-starts-first", mistake: "the model container does not wait for the sidecar" },
    { rule: "neuron-rtd-capabilities", mistake: "the sidecar adds only SYS_ADMIN" },
    { rule: "neuron-rtd-shared-volume", mistake: "the model container does not mount the volume" },
    { rule: "neuron-rtd-address", mistake: "the model container looks for another socket" },
    { rule: "neuron-visible-devices", mistake: "the devices are not contiguous" },
];

/** The container definitions with the mistake made in them. */
export function withMistake(
    { rule, mistake }: Variant,
    containerDefinitions: readonly { readonly name: string }[],
): readonly object[] {
    const model = containerDefinitions.find(({ name }) => name !== neuronRtdName)?.name ?? "";
    const roles = { model, sidecar: neuronRtdName };
    return changed({ containerDefinitions }, exampleOf(rule, mistake).changes, roles).containerDefinitions;
}

/** The resource in which the mistakes are made. */
export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";

/** The variable that tells the program which rule to break. */
export const brokenRuleVariable = "BREAK_RULE";
