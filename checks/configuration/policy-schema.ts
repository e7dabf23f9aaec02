import { policyOptions } from "./policies";
import { schemasOf, type Schema } from "./schema";

/** The schemas of a policy's options, by their names, as CrossGuard takes them. */
export function configurationSchemaOf(policy: string): Readonly<Record<string, Schema>> {
    return schemasOf(policyOptions.get(policy) ?? []);
}
