import { instanceTypeAttribute } from "../../contract";

/**
 * The attribute of the instance type, as people write it: other marks between its words, or no `attribute:` before it.
 */
const spellings = /(?<![\w.-])(?:attributes?:)?ecs[.:_-]instance[._-]?type(?![\w-])/gi;

/** Whether an expression is about the instance type, in whatever spelling of the attribute. */
export function speaksOfInstanceType(expression: string): boolean {
    return written(expression).length > 0;
}

/**
 * The first name in an expression that is meant for `attribute:ecs.instance-type`, and is another: no instance has such
 * an attribute. Letters in upper case are left alone.
 */
export function misspeltInstanceType(expression: string): string | undefined {
    return written(expression).find((name) => name.toLowerCase() !== instanceTypeAttribute);
}

/** An expression with the attribute as ECS has it, in lower case: what its author means, however it is written. */
export function asMeant(expression: string): string {
    return expression.replace(spellings, instanceTypeAttribute).toLowerCase();
}

function written(expression: string): readonly string[] {
    return Array.from(expression.matchAll(spellings), ([name]) => name);
}
