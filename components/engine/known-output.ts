import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { UNKNOWN, type Known } from "../../ecs/known";

/** A value derived from resolved arguments, as an output that a preview does not know where it is {@link UNKNOWN}. */
export function knownOutput<T>(value: Promise<Known<T>>): pulumi.Output<T> {
    return pulumi.output(value.then((one) => (one === UNKNOWN ? unknown : one))) as pulumi.Output<T>;
}

/** What the SDK has on an output, and declares for itself only. */
interface OutputInternals {
    readonly isKnown: Promise<boolean>;
    promise(): Promise<unknown>;
}

/** Whether there is a value: a preview knows of one that is to come as well as of one that is missing. */
export function presence(value: pulumi.Output<unknown>): pulumi.Output<boolean> {
    const { isKnown } = value as unknown as OutputInternals;
    const isThere = isKnown.then(
        async (known) => !known || (await (value as unknown as OutputInternals).promise()) !== undefined,
    );
    return pulumi.output(isThere);
}
