import * as pulumi from "@pulumi/pulumi";
import { settled } from "../validation/settled";

/** What was found in AWS, and when. */
export interface Lookup<T> {
    readonly value: pulumi.Output<T>;
    /** Ends, or fails, with the lookup; what waits for it need not depend on what was looked up. */
    readonly done: Promise<unknown>;
}

/** Looks something up as soon as what it depends on is known; not known, it waits for the update. */
export function lookup<From, T>(
    from: pulumi.Input<From>,
    find: (from: pulumi.Unwrap<From>) => Promise<T>,
): Lookup<T> {
    const value = pulumi.output(from).apply(find);
    return { value, done: settled({ value }) };
}

/** The option `dependsOn` of what may be created once all of these have ended, and which depends on none of them. */
export function after(...ends: readonly Promise<unknown>[]): Promise<pulumi.Resource[]> {
    return Promise.all(ends).then((): pulumi.Resource[] => []);
}
