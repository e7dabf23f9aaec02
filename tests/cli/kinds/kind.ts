import { changed, type ExampleChange } from "../../../checks/examples/change";
import type { Base } from "../../../checks/examples/example";
import { pascalCase } from "../../checks/pascal-case";
import { isTemplate, type Template } from "../../checks/template";

/** What a person can do wrong, once as it is right, and once with what breaks it. */
export interface Kind {
    readonly title: string;
    readonly right: Template;
    /** What is not decided in the right one. */
    readonly undecided: readonly string[];
    readonly wrong: Template;
    /** What is found in the wrong one: the resource, the rule, and its level. */
    readonly found: readonly string[];
}

export function kind(
    title: string,
    base: Base,
    right: readonly ExampleChange[],
    breaks: readonly ExampleChange[],
    ...found: string[]
): Kind {
    const build = (changes: readonly ExampleChange[]) => templateOf(changed(base.definition, changes, base.roles));
    return { title, right: build(right), undecided: [], wrong: build([...right, ...breaks]), found: found.sort() };
}

/** With what is not decided of the right one. */
export function withUndecided(one: Kind, ...undecided: string[]): Kind {
    return { ...one, undecided };
}

/** A task definition is a template of nothing else. */
function templateOf(definition: Readonly<Record<string, unknown>>): Template {
    const task = { Type: "AWS::ECS::TaskDefinition", Properties: pascalCase(definition) as Record<string, unknown> };
    return isTemplate(definition) ? definition : { Resources: { Task: task } };
}

export const set = (path: string, to: unknown): ExampleChange => ({ set: path, to });
export const remove = (path: string): ExampleChange => ({ remove: path });
export const resource = (id: string, Type: string, Properties: object = {}) =>
    set(`Resources.${id}`, { Type, Properties });

/** A constraint for each expression, in a task definition, and in a service of a template. */
export const constraints = (...all: string[]) => all.map((expression) => ({ type: "memberOf", expression }));
export const serviceConstraints = (...all: string[]) => pascalCase(constraints(...all)) as object[];
export const on = (size: string) => `attribute:ecs.instance-type == ${size}`;
/** A task for each instance. */
export const distinctInstance = { Type: "distinctInstance" };
