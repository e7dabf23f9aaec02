import { UNKNOWN } from "../../../../checks";
import { field, isFields, itemsOf } from "../../document";

/** What a function makes of arguments of which the inner functions are resolved; UNKNOWN where they do not tell. */
type ListFunction = (argument: unknown, template: unknown) => unknown;

/** Texts that CloudFormation puts in at deployment; they are kept as they are written, and equal nothing. */
const pseudoParameter = /\$\{AWS::\w+\}/;

export const listFunctions: Readonly<Record<string, ListFunction>> = {
    "Fn::Join": (argument) => {
        const [separator, parts] = itemsOf(argument);
        return typeof separator === "string" && Array.isArray(parts) && parts.every(isScalar)
            ? parts.join(separator)
            : UNKNOWN;
    },
    "Fn::Select": (argument) => {
        const [index, items] = itemsOf(argument);
        return Array.isArray(items) && isScalar(index) ? ((items as unknown[])[Number(index)] ?? UNKNOWN) : UNKNOWN;
    },
    "Fn::Split": (argument) => {
        const [separator, text] = itemsOf(argument);
        return typeof separator === "string" && typeof text === "string" ? text.split(separator) : UNKNOWN;
    },
    "Fn::Length": (argument) => (Array.isArray(argument) ? argument.length : UNKNOWN),
    "Fn::ToJsonString": (argument) => (isKnown(argument) ? JSON.stringify(argument) : UNKNOWN),
    "Fn::FindInMap": (argument, template) => {
        const [map, top, second, options] = itemsOf(argument);
        const mapping = isWholeText(map) ? field(template, "Mappings", map) : undefined;
        const keys = isWholeText(top) ? [top] : Object.keys(isFields(mapping) ? mapping : {});
        const found = isWholeText(second) ? keys.map((key) => field(mapping, key, second)) : [UNKNOWN];
        const [first = field(options, "DefaultValue") ?? UNKNOWN, ...others] = found;
        // Where the region decides, it may be the same in all.
        return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : UNKNOWN;
    },
};

export function isScalar(value: unknown): value is string | number | boolean {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Whether a value is a text of which nothing is put in at deployment. */
export function isWholeText(value: unknown): value is string {
    return typeof value === "string" && !pseudoParameter.test(value);
}

function isKnown(value: unknown): boolean {
    return typeof value === "object" && value !== null ? Object.values(value).every(isKnown) : value !== UNKNOWN;
}
