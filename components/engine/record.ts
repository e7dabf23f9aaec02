import * as pulumi from "@pulumi/pulumi";

/** The members of a record of inputs, each with its own output. */
export type Open<T> = { readonly [Key in keyof T]-?: pulumi.Output<pulumi.Unwrap<T[Key]>> };

/** The members of the outputs that {@link recordOutput} made. */
const recorded = new WeakMap<object, Readonly<Record<string, unknown>>>();

/**
 * An output of a record whose members {@link open} takes apart each with its own dependencies: what needs one member
 * does not come after the resources of all others.
 */
export function recordOutput<T>(record: Readonly<Record<string, unknown>>): pulumi.Output<T> {
    const output = pulumi.output(record);
    recorded.set(output, record);
    return output as unknown as pulumi.Output<T>;
}

/** An output of records by name, of which each can be taken from it as {@link recordOutput} makes it. */
export function recordsOutput<T>(
    records: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): pulumi.Output<{ [name: string]: T }> {
    const output = pulumi.output(records);
    for (const [name, record] of Object.entries(records)) {
        // A name that outputs have for themselves is lifted from none.
        if (!(name in output)) {
            Object.defineProperty(output, name, { value: recordOutput(record), enumerable: true });
        }
    }
    return output as unknown as pulumi.Output<{ [name: string]: T }>;
}

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
    const output = (recorded.get(record) ?? pulumi.output(record)) as Readonly<Record<keyof T, unknown>>;
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
