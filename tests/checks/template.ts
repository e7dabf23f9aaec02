import { UNKNOWN } from "../../ecs/known";
import type { SourceResource } from "../../checks/stack/source-resource";

/** The part of a CloudFormation template that the examples use. */
export interface Template {
    readonly Resources: Readonly<
        Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
    >;
}

export function isTemplate(example: object): example is Template {
    return "Resources" in example;
}

/** The resources of a template, with what they refer to. */
export function resourcesOf({ Resources }: Template): readonly SourceResource[] {
    return Object.entries(Resources).map(([id, { Type: type, Properties = {} }]) => {
        const dependencies: Record<string, string[]> = {};
        const properties = Object.fromEntries(
            Object.entries(Properties).map(([key, value]) => [
                key,
                resolve(value, (target) => void (dependencies[key] ??= []).push(target)),
            ]),
        );
        return { id, type, properties, dependencies };
    });
}

function resolve(value: unknown, refersTo: (id: string) => void): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => resolve(item, refersTo));
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const [key, argument] = Object.entries(value)[0] ?? [];
    switch (key) {
        case "Ref":
        case "Fn::GetAtt":
            refersTo(String(Array.isArray(argument) ? argument[0] : argument));
            return UNKNOWN;
        case "Fn::Base64":
            return resolve(argument, refersTo);
        case "Fn::Sub":
            [...String(argument).matchAll(/\$\{(\w+)/g)].forEach(([, id]) => refersTo(id ?? ""));
            return argument;
        default:
            return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, refersTo)]));
    }
}
