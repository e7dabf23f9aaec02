import { UNKNOWN } from "../../../../checks";
import { isFields } from "../../document";
import { isFunction } from "./call";
import { coerced } from "./coercion";

/**
 * What stands in a template as it is, and is no result of something that stands elsewhere: the results of intrinsic
 * functions are not known.
 */
export function literalProperties(properties: object): object {
    return coerced(literal(properties) as Record<string, unknown>);
}

function literal(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(literal);
    }
    if (!isFields(value)) {
        return value;
    }
    return Object.keys(value).some(isFunction)
        ? UNKNOWN
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
}
