import type { ResourceValidation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { ResourceJudgement } from "./run";

/** A policy over resources, and perhaps over the stack. */
export type Policy = Omit<ResourceValidationPolicy, "validateResource"> & {
    readonly validateResource: ResourceValidation;
    /** Whether it applies to a resource, by what the rules say of that; left out, it applies to all. */
    readonly appliesTo?: (judgement: ResourceJudgement | undefined) => boolean;
} & Partial<StackValidationPolicy>;

/** Has a policy hand over its options each time before it does anything. */
export function withOptions(policy: Policy, handOver: (options: () => object) => void): Policy {
    const { validateResource, validateStack, remediateResource } = policy;
    const first =
        <Args extends { getConfig: () => object }, Rest extends unknown[], Result>(
            then: (args: Args, ...rest: Rest) => Result,
        ) =>
        (args: Args, ...rest: Rest): Result => {
            handOver(() => args.getConfig());
            return then(args, ...rest);
        };
    return {
        ...policy,
        validateResource: first(validateResource),
        ...(validateStack && { validateStack: first(validateStack) }),
        ...(remediateResource && { remediateResource: first(remediateResource) }),
    };
}
