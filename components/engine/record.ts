import * as pulumi from "@pulumi/pulumi";
import { isOutput } from "./values";

/**
 * What an argument takes for the record of another component: its output, or the members written out, each perhaps an
 * output. Pulumi's analyzer, which does not know such unions, is shown an Input: scripts/schema.ts.
 */
export type Reference<T> = pulumi.Input<T> | { readonly [Key in keyof T]: pulumi.Input<T[Key]> };

/** The members of an object of inputs, each as its own output. */
export type Split<T> = { readonly [Key in keyof T]-?: pulumi.Output<pulumi.Unwrap<T[Key]>> };

/** The members of the outputs that {@link recordOutput} returned. */
const members = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** An output of an object that {@link split} splits into members which depend on their own resources only. */
export function recordOutput<T>(record: Readonly<Record<string, unknown>>): pulumi.Output<T> {
    const output = pulumi.output(record);
    members.set(output, record);
    return output as unknown as pulumi.Output<T>;
}

/** An output of objects by name, each of whose members is as {@link recordOutput} returns it. */
export function recordsOutput<T>(
    records: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): pulumi.Output<{ [name: string]: T }> {
    const output = pulumi.output(records);
    for (const [name, record] of Object.entries(records)) {
        // An output's own members, such as apply, stay.
        if (!(name in output)) {
            Object.defineProperty(output, name, { value: recordOutput(record), enumerable: true });
        }
    }
    return output as unknown as pulumi.Output<{ [name: string]: T }>;
}

/**
 * Splits an object, so that its known members stay known at preview: an output of an object is unknown as a whole while
 * one of its members is.
 *
 * @param ready Holds the members back. Default: nothing does.
 */
export function split<T extends object>(
    record: pulumi.Input<T>,
    names: readonly (keyof T)[],
    ready: Promise<unknown> = Promise.resolve(),
): Split<T> {
    const whole = (members.get(record) ?? pulumi.output(record)) as Readonly<Record<keyof T, unknown>>;
    const opened = pulumi.output(ready.then(() => true));
    return Object.fromEntries(names.map((name) => [name, opened.apply(() => whole[name])])) as unknown as Split<T>;
}

/** Splits an output. An object that the program wrote stays as it is, so that it can be checked at once. */
export function splitIfOutput<T extends object>(record: pulumi.Input<T>, names: readonly (keyof T)[]): T {
    return isOutput(record) ? (split(record, names) as T) : (record as T);
}
