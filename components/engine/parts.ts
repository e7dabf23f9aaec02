import * as pulumi from "@pulumi/pulumi";
import { isOutput } from "./values";

/**
 * Reads some members of each item of a list. They are known at preview where they are themselves: an image that is not
 * does not hide the ports beside it.
 */
export type Parts = <T extends object, Key extends keyof T>(
    list: pulumi.Input<pulumi.Input<T>[]> | undefined,
    ...members: readonly Key[]
) => pulumi.Output<pulumi.Unwrap<Pick<T, Key>>[]>;

/** @param gate When the arguments are valid; before, an output may have a value of any type. */
export function partsAfter(gate: Promise<unknown>): Parts {
    return <T extends object, Key extends keyof T>(
        list: pulumi.Input<pulumi.Input<T>[]> | undefined,
        ...members: readonly Key[]
    ) => {
        const items: unknown = Array.isArray(list) ? list.map((item) => membersOf(item, members)) : (list ?? []);
        return pulumi.all([gate, items]).apply<pulumi.Unwrap<Pick<T, Key>>[]>(([, read]) => read);
    };
}

function membersOf<T extends object>(item: pulumi.Input<T>, members: readonly (keyof T)[]): object {
    const known = (isOutput(item) ? pulumi.output(item) : item) as Readonly<Record<keyof T, unknown>>;
    return Object.fromEntries(members.map((member) => [member, known[member]]));
}
