import { removalInTwoSteps } from "../capacity/removed-providers";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";

/**
 * Refuses to remove a pool of which the program does not say that nobody uses it. The program cannot see a service that
 * is no longer in it; ECS keeps a provider that a service uses, and the update would wait for it and fail half way.
 *
 * @param cluster The component's name.
 * @param providers The capacity providers, by name, that the update takes off the cluster.
 * @param pools The pools that the program has.
 * @param named `removedCapacities`.
 * @throws InvalidArgumentsError with every such pool.
 */
export function refuseRemovedPools(
    cluster: string,
    providers: readonly string[],
    pools: readonly string[],
    named: readonly string[],
): void {
    const removed = providers
        .map((provider) => poolOf(cluster, provider))
        .filter((pool) => pool !== undefined)
        // The provider of a pool that stays is replaced: the hook of each of its services checks that.
        .filter((pool) => !pools.includes(pool) && !named.includes(pool));
    if (removed.length > 0) {
        throw new InvalidArgumentsError(
            "InferentiaCluster",
            cluster,
            removed.map((pool) => ({
                propertyPath: `capacities.${pool}`,
                reason:
                    "is removed, which ECS refuses while a service uses the pool, also one that this update moves or " +
                    `removes: ${removalInTwoSteps}, with "${pool}" in removedCapacities`,
            })),
        );
    }
}

/** Whether a provider, by name, is that of one of these pools of the cluster. */
export function isOfNamedPool(cluster: string, provider: string, pools: readonly string[]): boolean {
    const pool = poolOf(cluster, provider);
    return pool !== undefined && pools.includes(pool);
}

/** The pool of a provider, by the provider's name; undefined for a provider of somebody else. */
function poolOf(cluster: string, provider: string): string | undefined {
    const resourceName = /^inferentia-(.+)-capacity-[0-9a-f]{7}$/.exec(provider)?.[1];
    if (resourceName === cluster) {
        return cluster;
    }
    return resourceName?.startsWith(`${cluster}-`) === true ? resourceName.slice(cluster.length + 1) : undefined;
}
