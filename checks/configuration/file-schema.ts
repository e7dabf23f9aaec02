import type { OptionName } from "./options";
import { packPolicies, policyOptions } from "./policies";
import { policySchema } from "./read-configuration";
import { allPolicies, environmentsKey, levelSchema } from "./schema";

/** The JSON schema of a configuration file, for editors. */
export const configurationSchema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of the policy pack ecs-inferentia, and of the command ecs-inferentia check",
    type: "object",
    properties: {
        [allPolicies]: policyValue("The level of every policy that has none of its own.", []),
        [environmentsKey]: {
            type: "array",
            items: { type: "string" },
            description: "Environments of Pulumi ESC, which the engine reads configuration from.",
        },
        ...Object.fromEntries(
            [...policyOptions].map(([name, options]) => [name, policyValue(describe(name), options)]),
        ),
    },
    additionalProperties: false,
};

function describe(policy: string): string {
    return policy === packPolicies.options
        ? "The options of every rule that has them, and none of its own."
        : `The policy ${policy}: its level, or its level and options.`;
}

function policyValue(description: string, options: readonly OptionName[]): object {
    return { description, anyOf: [levelSchema, policySchema(options)] };
}
