import { packPolicies } from "../checks";
import { packPolicy } from "./metadata";
import { sayNotApplicable } from "./not-applicable";
import type { Policy } from "./policy";
import { configSchemaOf } from "./rule-policy";

/** A place for options in a configuration: CrossGuard knows no others than those of a policy. */
export const optionsPolicy: Policy = {
    ...packPolicy(
        packPolicies.options,
        "The options of every rule of this pack that has none of its own. It judges nothing.",
        "Nothing: it finds nothing.",
    ),
    configSchema: configSchemaOf(packPolicies.options),
    validateResource: (args) => sayNotApplicable(args, "It only holds options."),
};
