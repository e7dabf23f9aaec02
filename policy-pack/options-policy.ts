import { packPolicies } from "../checks";
import { informingMetadata } from "./metadata";
import { sayNotApplicable } from "./not-applicable";
import { configSchemaOf, type Policy } from "./rule-policy";

/** A place for options in a configuration: CrossGuard knows no others than those of a policy. */
export const optionsPolicy: Policy = {
    name: packPolicies.options,
    description: "The options of every rule of this pack that has none of its own. It judges nothing.",
    enforcementLevel: "advisory",
    severity: "low",
    ...informingMetadata(packPolicies.options, "Nothing: it finds nothing."),
    configSchema: configSchemaOf(packPolicies.options),
    validateResource: (args) => sayNotApplicable(args, "It only holds options."),
};
