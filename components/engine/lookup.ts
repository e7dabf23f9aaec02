import * as pulumi from "@pulumi/pulumi";
import { resolvedValues } from "./values";

/**
 * Looks something up in AWS as soon as what it depends on is known and created: a preview knows the name of a resource
 * before the resource exists. Until then the result is unknown.
 *
 * @param ready When AWS may be asked.
 */
export function lookup<From, T>(
    from: pulumi.Input<From>,
    ready: Promise<unknown>,
    find: (from: pulumi.Unwrap<From>) => Promise<T>,
): pulumi.Output<T> {
    const output = pulumi.output(from);
    return output.apply(async (known) => {
        await ready;
        return (await unknownId(output)) ?? (await handled(find(known)));
    }) as pulumi.Output<T>;
}

/**
 * A promise with a handler for its failure, which fails all the same what awaits it. In a process with an inspector, as
 * Pulumi's Node host is, V8 looks for such a handler at each `throw`, first behind what was attached last. Without one
 * it visits all promises that depend on this one, on each way to them: an output is four promises, and some outputs in
 * a row take all time and memory.
 *
 * Source: V8 11.3, src/execution/isolate.cc, PromiseHasUserDefinedRejectHandler.
 */
function handled<T>(promise: Promise<T>): Promise<T> {
    queueMicrotask(() => void promise.catch(() => undefined));
    return promise;
}

/** What the SDK has on an output, and declares for itself only: its own lookups wait by the same. */
interface OutputInternals {
    readonly isKnown?: Promise<boolean>;
    allResources?(): Promise<ReadonlySet<pulumi.Resource>>;
}

/** The id of a resource that an output comes from and that does not exist yet. */
async function unknownId(output: unknown): Promise<pulumi.Output<string> | undefined> {
    for (const resource of (await (output as OutputInternals).allResources?.()) ?? []) {
        const id = pulumi.CustomResource.isInstance(resource) ? resource.id : undefined;
        // A resource of another program has no id here.
        if (id !== undefined && (await (id as unknown as OutputInternals).isKnown) === false) {
            return id;
        }
    }
    return undefined;
}

/**
 * The option `dependsOn` of a resource that waits for outputs and promises, and is not created where one of them fails.
 * It does not depend on the resources that they come from.
 */
export function after(...values: readonly unknown[]): Promise<pulumi.Resource[]> {
    return resolvedValues(values).then(() => []);
}
