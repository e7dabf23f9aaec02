import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { UNKNOWN, type Known } from "../../ecs/known";

/** A value derived from resolved arguments, as an output that a preview does not know where it is {@link UNKNOWN}. */
export function knownOutput<T>(value: Promise<Known<T>>): pulumi.Output<T> {
    return pulumi.output(value.then((one) => (one === UNKNOWN ? unknown : one))) as pulumi.Output<T>;
}
