import * as pulumi from "@pulumi/pulumi";
import { open } from "../capacity/record";

type Parts<T, Key extends keyof T> = pulumi.Output<pulumi.Unwrap<Pick<T, Key>>[]>;

/**
 * Some members of each item of a list. They are known at preview where they are themselves: an image that is not does
 * not hide the ports beside it.
 */
export function parts<T extends object, Key extends keyof T>(
    list: pulumi.Input<pulumi.Input<T>[]> | undefined,
    ...members: readonly Key[]
): Parts<T, Key> {
    if (!Array.isArray(list)) {
        return pulumi.output(list ?? []) as unknown as Parts<T, Key>;
    }
    const items = list.map((item) => {
        const isLater = pulumi.Output.isInstance(item) || item instanceof Promise;
        const opened: Partial<T> = isLater ? (open(item, members) as Partial<T>) : (item as T);
        return Object.fromEntries(members.map((member) => [member, opened[member]]));
    });
    return pulumi.output(items) as unknown as Parts<T, Key>;
}
