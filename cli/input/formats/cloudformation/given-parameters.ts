import type { UNKNOWN } from "../../../../checks";
import { field, isFields, itemsOf, type Fields, type Warning } from "../../document";

/**
 * The value that is given for a parameter: the only one that it can have, or, with `usual`, the one that it has unless
 * somebody chooses another.
 */
export type GivenValue = string | { readonly usual: string } | typeof UNKNOWN;
export type GivenValues = Readonly<Record<string, GivenValue>>;

/** A CloudFormation template whose parameters have the values that were given for them, in place of their defaults. */
export function withParameters(data: Fields, given: GivenValues): Fields {
    const parameters = field(data, "Parameters");
    if (!isFields(parameters)) {
        return data;
    }
    const valued = Object.entries(parameters).map(([name, parameter]) =>
        isFields(parameter) && Object.hasOwn(given, name)
            ? [name, withValue(parameter, given[name])]
            : [name, parameter],
    );
    return { ...data, Parameters: Object.fromEntries(valued) as Record<string, unknown> };
}

function withValue(parameter: Fields, value: GivenValue | undefined): Fields {
    return typeof value === "string"
        ? { ...parameter, Default: value, AllowedValues: [value] }
        : { ...parameter, Default: typeof value === "object" ? value.usual : undefined };
}

/** A template in which no parameter has a value that another could take the place of. */
export function withoutDefaults(template: unknown): Fields {
    const entries = Object.entries(fieldsOf(field(template, "Parameters")));
    const fixed = entries.filter(([, parameter]) => itemsOf(field(parameter, "AllowedValues")).length === 1);
    return { ...fieldsOf(template), Parameters: Object.fromEntries(fixed) };
}

function fieldsOf(value: unknown): Fields {
    return isFields(value) ? value : {};
}

/** The given values that the template does not allow, so that it cannot be deployed with them. */
export function notAllowed(data: unknown, given: GivenValues): readonly Warning[] {
    return Object.entries(given).flatMap(([name, value]) => {
        const allowed = field(data, "Parameters", name, "AllowedValues");
        return typeof value !== "string" || allowed === undefined || itemsOf(allowed).map(String).includes(value)
            ? []
            : [
                  {
                      place: ["Parameters", name],
                      text: `the value that is given for ${name} is none of its AllowedValues`,
                  },
              ];
    });
}
