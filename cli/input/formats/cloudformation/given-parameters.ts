import { field, isFields, itemsOf, type Fields, type Warning } from "../../document";

/**
 * A CloudFormation template whose parameters have the values that were given for them, and can have no others.
 */
export function withParameters(data: Fields, given: Readonly<Record<string, string>>): Fields {
    const parameters = field(data, "Parameters");
    if (!isFields(parameters)) {
        return data;
    }
    const valued = Object.entries(parameters).map(([name, parameter]) =>
        isFields(parameter) && Object.hasOwn(given, name)
            ? [name, { ...parameter, Default: given[name], AllowedValues: [given[name]] }]
            : [name, parameter],
    );
    return { ...data, Parameters: Object.fromEntries(valued) as Record<string, unknown> };
}

/** The given values that the template does not allow, so that it cannot be deployed with them. */
export function notAllowed(data: unknown, given: Readonly<Record<string, string>>): readonly Warning[] {
    return Object.entries(given).flatMap(([name, value]) => {
        const allowed = field(data, "Parameters", name, "AllowedValues");
        return allowed === undefined || itemsOf(allowed).map(String).includes(value)
            ? []
            : [
                  {
                      place: ["Parameters", name],
                      text: `the value that is given for ${name} is none of its AllowedValues`,
                  },
              ];
    });
}
