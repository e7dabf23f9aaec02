import * as pulumi from "@pulumi/pulumi";
import { settled } from "../validation/settled";

/** What was found in AWS, and when. */
export interface Lookup<T> {
    readonly value: pulumi.Output<T>;
    /**
     * Ends with the lookup, and fails with its own error. As part of `dependsOn` it lets a program end with that error:
     * an argument that is an output which failed gives one of its own, about serializing.
     */
    readonly done: Promise<void>;
}

/** Looks something up as soon as what it depends on is known; not known, it waits for the update. */
export function lookup<From, T>(
    from: pulumi.Input<From>,
    find: (from: pulumi.Unwrap<From>) => T | Promise<T>,
): Lookup<T> {
    let failure: unknown;
    const value: pulumi.Output<unknown> = pulumi.output(from).apply(async (known) => {
        try {
            return await find(known);
        } catch (error) {
            failure = error;
            throw error;
        }
    });
    const done = settled({ value }).then(
        () => undefined,
        (error: unknown) => {
            throw failure ?? error;
        },
    );
    return { value: value as pulumi.Output<T>, done };
}

/** The option `dependsOn` of what may be created once all of these have ended, and which depends on none of them. */
export function after(...ends: readonly Promise<unknown>[]): Promise<pulumi.Resource[]> {
    return Promise.all(ends).then((): pulumi.Resource[] => []);
}
