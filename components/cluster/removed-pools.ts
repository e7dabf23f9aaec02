import { removalInTwoSteps } from "../pool/removed-providers";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";

/**
 * Refuses to remove a pool of which the program does not say that nobody uses it. The program cannot see a service that
 * is no longer in it; ECS keeps a provider that a service uses, and the update would wait for it and fail half way.
 *
 * @param cluster The component's name.
 * @param providers The capacity providers, by name, that the update takes off the cluster.
 * @param pools The pools that the program has. One whose provider is replaced stays: its services' hooks check that.
 * @param unused `removedPools`.
 * @returns The other providers, which a service may still use.
 * @throws InvalidArgumentsError with every such pool.
 */
export function checkRemovedProviders(
    cluster: string,
    providers: readonly string[],
    pools: readonly string[],
    unused: readonly string[],
): readonly string[] {
    const others = providers.filter((provider) => !unused.includes(poolOf(cluster, provider) ?? ""));
    const removed = others.map((provider) => poolOf(cluster, provider)).filter((pool) => pool !== undefined);
    const problems = removed
        .filter((pool) => !pools.includes(pool))
        .map((pool) => ({
            propertyPath: `pools.${pool}`,
            reason:
                "is removed, which ECS refuses while a service uses the pool, also one that this update moves or " +
                `removes: ${removalInTwoSteps}, with "${pool}" in removedPools`,
        }));
    if (problems.length > 0) {
        throw new InvalidArgumentsError("Cluster", cluster, problems);
    }
    return others;
}

/** The pool of a provider, by the provider's name; undefined for a provider of somebody else. */
function poolOf(cluster: string, provider: string): string | undefined {
    const resourceName = /^inferentia-(.+)-capacity-[0-9a-f]{7}$/.exec(provider)?.[1];
    if (resourceName === cluster) {
        return cluster;
    }
    return resourceName?.startsWith(`${cluster}-`) === true ? resourceName.slice(cluster.length + 1) : undefined;
}
