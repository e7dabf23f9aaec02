import type { ResourceValidation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Run } from "./run";

/** A policy over resources, and perhaps over the stack. */
export type Policy = Omit<ResourceValidationPolicy, "validateResource"> & {
    readonly validateResource: ResourceValidation;
} & Partial<StackValidationPolicy>;

/** Has a policy hand its options to the run, each time before it does anything. */
export function withOptions(policy: Policy, run: Run): Policy {
    const { name, validateResource, validateStack, remediateResource } = policy;
    const first =
        <Args extends { getConfig: () => object }, Rest extends unknown[], Result>(
            then: (args: Args, ...rest: Rest) => Result,
        ) =>
        (args: Args, ...rest: Rest): Result => {
            run.configure(name, args.getConfig());
            return then(args, ...rest);
        };
    return {
        ...policy,
        validateResource: first(validateResource),
        ...(validateStack && { validateStack: first(validateStack) }),
        ...(remediateResource && { remediateResource: first(remediateResource) }),
    };
}
