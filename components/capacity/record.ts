import * as pulumi from "@pulumi/pulumi";

/** The members of a record of inputs, each with its own output. */
export type Open<T> = { readonly [Key in keyof T]-?: pulumi.Output<pulumi.Unwrap<T[Key]>> };

/**
 * Takes a record apart. An output of an object is unknown as a whole at preview when one member is, and so would be
 * what the program wrote beside the ARN of a resource that does not exist yet; its members, taken one by one, are not.
 *
 * @param gate Rejects where the record is wrong, so that nothing is made of its members. Default: none.
 */
export function open<T extends object>(
    record: pulumi.Input<T>,
    members: readonly (keyof T)[],
    gate: Promise<unknown> = Promise.resolve(),
): Open<T> {
    const output = pulumi.output(record) as unknown as Readonly<Record<keyof T, unknown>>;
    const opened = pulumi.output(gate.then(() => true));
    return Object.fromEntries(
        members.map((member) => [member, opened.apply(() => output[member])]),
    ) as unknown as Open<T>;
}

/**
 * A record as it is judged. One that the program wrote out is judged as it is, so that what is wrong in it is refused
 * at once; an output is taken apart.
 */
export function judged<T extends object>(record: pulumi.Input<T>, members: readonly (keyof T)[]): T {
    return pulumi.Output.isInstance(record) || record instanceof Promise ? (open(record, members) as T) : record;
}
