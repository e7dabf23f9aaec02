import type { CustomResourceOptions } from "@pulumi/pulumi";

/**
 * Replaces a resource that an earlier update left half made. The engine would update it without a change, and count it
 * as complete: an instance profile without its role, a security group with AWS's own egress rule, beside which the same
 * rule is a duplicate. It marks an update that failed in the same way; `pulumi refresh` takes the mark away.
 *
 * Source: pulumi, pkg/resource/deploy/step_generator.go, applyReplaceOnChanges.
 */
export function replacedIfIncomplete(opts: CustomResourceOptions): CustomResourceOptions {
    return { ...opts, replaceOnChanges: ["#initerror"] };
}
