import { resolveSsmPrefix } from "../../../../contract";
import { UNKNOWN } from "../../../../checks";
import { isFields } from "../../document";

/** The value of a parameter of Systems Manager: not known, but of an image, its name tells what it is. */
export class SsmReference {
    constructor(readonly parameter: string) {}
}

/**
 * A text as it stands in a template; `{{resolve:ssm:name:version}}` is a parameter's value, and secrets are unknown.
 */
export function withDynamicReference(text: string): unknown {
    const parameter = /^\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}$/.exec(text)?.[1];
    return parameter !== undefined ? new SsmReference(parameter) : text.includes("{{resolve:") ? UNKNOWN : text;
}

/** The value with what is known of its parameters: an image id as EC2 writes it, `resolve:ssm:<parameter>`. */
export function withoutSsmReferences(value: unknown, key?: string): unknown {
    if (value instanceof SsmReference) {
        return key === "ImageId" ? `${resolveSsmPrefix}${value.parameter}` : UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item) => withoutSsmReferences(item));
    }
    return isFields(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutSsmReferences(item, name)]))
        : value;
}
