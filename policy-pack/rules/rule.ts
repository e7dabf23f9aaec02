import type { Container, TaskDefinition } from "../task-definition/model";
import type { NeuronTask } from "../task-definition/neuron";

/** What a rule found wrong. */
export interface Violation {
    /** The property: `containerDefinitions[1].linuxParameters.capabilities.add`. */
    readonly path: string;
    /** The container, the offending value, what is required, and how to fix it. */
    readonly message: string;
}

/** What every rule says of itself, once: the pack, the messages and the documents read it from here. */
export interface RuleText {
    /** Part of the public contract: never renamed without a major version. */
    readonly name: string;
    /** What the rule demands, in one full sentence. */
    readonly summary: string;
    readonly severity: "low" | "medium" | "high" | "critical";
    /** The enforcement level unless it is configured. */
    readonly level: "mandatory" | "advisory";
    /** What happens at run time when the rule is broken. */
    readonly why: string;
    readonly fix: string;
    /** Where the fact comes from. */
    readonly sources: readonly string[];
}

/**
 * A rule over one inference task definition. Its parts are judged one by one, so that what is not known about one
 * container hides nothing about another. A part that touches an unknown value ends there.
 */
export interface TaskRule extends RuleText {
    perTask?(task: TaskDefinition, parts: NeuronTask): Iterable<Violation>;
    perSidecar?(sidecar: Container, task: TaskDefinition): Iterable<Violation>;
    /** Only for tasks with exactly one sidecar: with none or several, there is nothing to agree with. */
    perModel?(model: Container, sidecar: Container, task: TaskDefinition): Iterable<Violation>;
}

/** The page that this project implements. */
export const inferenceGuide = "Amazon ECS Developer Guide, Working with inference workloads on Amazon ECS, task definition requirements";
