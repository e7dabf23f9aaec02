import { policyOptions } from "./policies";
import { policySchema } from "./read";
import { allPolicies, environmentsKey, levelSchema, optionSchemas, type OptionName } from "./schema";

/** The JSON schema of a configuration file, for editors. */
export const configurationSchema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of the policy pack ecs-inferentia, and of the command ecs-inferentia check",
    type: "object",
    properties: {
        [allPolicies]: policyValue("Every policy that has the option, unless it has a value of its own.", Object.keys(optionSchemas) as OptionName[]),
        [environmentsKey]: { type: "array", items: { type: "string" }, description: "Environments of Pulumi ESC, which the engine reads configuration from." },
        ...Object.fromEntries([...policyOptions].map(([name, options]) => [name, policyValue(`The policy ${name}: its level, or its level and options.`, options)])),
    },
    additionalProperties: false,
};

function policyValue(description: string, options: readonly OptionName[]): object {
    return { description, anyOf: [levelSchema, policySchema(options)] };
}
