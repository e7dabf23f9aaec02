import { ofRunningStack } from "../engine/running-stack";

/**
 * The capacity providers that the running update takes off their cluster. The cluster's association adds them before
 * it is updated, at preview too; services come after it, as they use a provider's name once it is associated. ECS
 * refuses to take a provider off while a service still uses it: no service can leave one of these in the same update.
 */
const removed = ofRunningStack(() => new Set<string>());

/** Remembers the providers, by name, that this update takes off a cluster. */
export function rememberRemovedProviders(providers: Iterable<string>): void {
    for (const provider of providers) {
        removed().add(provider);
    }
}

/** Whether this update takes a provider, by name, off its cluster. Ask it before a service is updated, not earlier. */
export function isRemovedProvider(provider: string): boolean {
    return removed().has(provider);
}

/** How a pool is removed, for messages: the two updates that it takes. */
export const removalInTwoSteps =
    "first update with the pool still in the cluster and no service on it, then remove the pool in a second update";

/** The pools that no `Cluster` has, by name: whether their provider leaves its cluster is not seen beforehand. */
const ownPools = ofRunningStack(() => new Set<string>());

/** Remembers a pool that stands by itself. */
export function rememberOwnPool(name: string): void {
    ownPools().add(name);
}

/** Whether the program has a pool of this name that stands by itself. */
export function isOwnPool(name: unknown): boolean {
    return typeof name === "string" && ownPools().has(name);
}
