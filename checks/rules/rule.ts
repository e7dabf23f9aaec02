import type { Fix } from "../fixes/fix";
import type { Source } from "./sources";
import type { OptionName, RuleOptions } from "../configuration/options";
import { type Runtime } from "../../contract";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { Roles } from "../../ecs/task/roles";
import type { Property } from "../../ecs/path";
import { type Stack } from "../stack/stack";
import type { LaunchTemplate, ScalableTarget, TaskStarter } from "../stack/stack-resources";

/** What a rule found wrong. */
export interface Violation extends Property {
    /** The container or resource that is wrong: `container "bert"`. */
    readonly subject: string;
    /** The value that stands there, where a report may show it beside: `has AWS_NEURON_VISIBLE_DEVICES "0,2"`. */
    readonly given?: string;
    /** What is wrong with it. */
    readonly problem: string;
    /** What is needed instead, where that is not plain from the remedy. */
    readonly requirement?: string;
    /** The one thing to do. */
    readonly remedy: string;
    /** The one right answer, where there is one: `repair` makes it where no rule then finds more. */
    readonly fix?: Fix | undefined;
    /** Whether nothing breaks: it is advice, at whatever level the rule is. */
    readonly isAdvice?: true;
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
    readonly sources: readonly Source[];
    /** The runtimes whose contracts the rule is about; undefined when it is about any, or says which one it is. */
    readonly runtimes?: readonly Runtime[];
    /** Whether some of its violations have one right answer. */
    readonly isFixable?: true;
    /** What can be configured of it, besides what can of every rule. */
    readonly options?: readonly OptionName[];
}

/** What a rule over task definitions is told besides the definition. */
export interface TaskOptions extends RuleOptions {
    /** The types on which the stack places the task; undefined where not all that starts it tells them. */
    readonly placedTypes?: readonly string[] | undefined;
}

/** The parts of a rule over one inference task definition. A part that touches an unknown value ends there. */
export interface TaskParts {
    /** The task definition as a whole, even while its containers are not known. */
    readonly perDefinition?: (task: TaskDefinition, options: TaskOptions) => Iterable<Violation>;
    /** A task with the daemon of Runtime 1.x; so are the two below. */
    readonly perTask?: (task: TaskDefinition, roles: Roles, options: TaskOptions) => Iterable<Violation>;
    /** Any container, whatever its part in the task. */
    readonly perContainer?: (container: Container, task: TaskDefinition) => Iterable<Violation>;
    readonly perSidecar?: (sidecar: Container, task: TaskDefinition, options: TaskOptions) => Iterable<Violation>;
    /** Only for tasks with exactly one sidecar: with none or several, there is nothing to agree with. */
    readonly perModel?: (model: Container, sidecar: Container, task: TaskDefinition) => Iterable<Violation>;
}

/**
 * The parts of a rule over the resources around inference tasks. Each is checked for one resource, which findings then
 * name; what it refers to is reached through it, or through the stack.
 */
export interface StackParts {
    /** What starts an inference task: a service, a schedule, a state of a state machine. */
    readonly perStarter?: (starter: TaskStarter, stack: Stack) => Iterable<Violation>;
    /** A launch template that launches Inferentia or Trainium instances, or a launch configuration. */
    readonly perLaunchTemplate?: (template: LaunchTemplate, stack: Stack) => Iterable<Violation>;
    /** What Application Auto Scaling scales: a service of this stack, or something else. */
    readonly perScalableTarget?: (target: ScalableTarget, stack: Stack) => Iterable<Violation>;
}

/** A rule. Its parts are checked one by one, so that what is not known in one place hides nothing about another. */
export interface Rule extends RuleText, TaskParts, StackParts {}

/** A rule that one task definition decides, without the resources around it. */
export type TaskRule = RuleText & TaskParts;
