import * as pulumi from "@pulumi/pulumi";
import { settled } from "./settled";

/** What was found in AWS, and when. */
export interface Lookup<T> {
    readonly value: pulumi.Output<T>;
    /** Ends, or fails, with the lookup; what waits for it need not depend on what was looked up. */
    readonly done: Promise<unknown>;
}

/**
 * Looks something up as soon as what it depends on is known, and is there: a preview knows the name of a resource
 * before the resource is. Until then what is looked up is not known.
 */
export function lookup<From, T>(from: pulumi.Input<From>, find: (from: pulumi.Unwrap<From>) => Promise<T>): Lookup<T> {
    const output = pulumi.output(from);
    const value = output.apply(async (known) => (await idNotKnown(output)) ?? find(known)) as pulumi.Output<T>;
    return { value, done: settled({ value }) };
}

/** What the SDK has on an output, and declares for itself only: its own lookups wait by the same. */
interface Inner {
    readonly isKnown?: Promise<boolean>;
    allResources?(): Promise<ReadonlySet<pulumi.Resource>>;
}

/** The id of a resource that an output comes from and that is not there yet. */
async function idNotKnown(output: unknown): Promise<pulumi.Output<string> | undefined> {
    for (const resource of (await (output as Inner).allResources?.()) ?? []) {
        const id = pulumi.CustomResource.isInstance(resource) ? resource.id : undefined;
        // What another program made has no id here.
        if (id !== undefined && (await (id as unknown as Inner).isKnown) === false) {
            return id;
        }
    }
    return undefined;
}

/** The option `dependsOn` of what may be created once all of these have ended, and which depends on none of them. */
export function after(...ends: readonly Promise<unknown>[]): Promise<pulumi.Resource[]> {
    return Promise.all(ends).then((): pulumi.Resource[] => []);
}
