import * as pulumi from "@pulumi/pulumi";
import { open } from "../capacity/record";

/**
 * Some members of each item of a list. They are known at preview where they are themselves: an image that is not does
 * not hide the ports beside it.
 */
export function parts<T extends object, Key extends keyof T>(
    list: pulumi.Input<pulumi.Input<T>[]> | undefined,
    ...members: readonly Key[]
): pulumi.Output<pulumi.Unwrap<Pick<T, Key>>[]> {
    if (Array.isArray(list)) {
        return pulumi.all(list.map((item) => pulumi.all(open(item, members)))) as unknown as pulumi.Output<
            pulumi.Unwrap<Pick<T, Key>>[]
        >;
    }
    return pulumi.output(list ?? []) as unknown as pulumi.Output<pulumi.Unwrap<Pick<T, Key>>[]>;
}
