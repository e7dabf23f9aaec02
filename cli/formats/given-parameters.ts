import { field, isFields } from "../document";

/**
 * A CloudFormation template whose parameters have the values that were given for them, and can have no others. What is
 * no template, or has no such parameter, is as it was.
 */
export function withParameters(data: unknown, given: Readonly<Record<string, string>>): unknown {
    const parameters = field(data, "Parameters");
    if (!isFields(data) || !isFields(parameters)) {
        return data;
    }
    const valued = Object.entries(parameters).map(([name, parameter]) =>
        isFields(parameter) && Object.hasOwn(given, name)
            ? [name, { ...parameter, Default: given[name], AllowedValues: [given[name]] }]
            : [name, parameter],
    );
    return { ...data, Parameters: Object.fromEntries(valued) as Record<string, unknown> };
}
