import type { Inputs } from "../engine/before-update";
import { removalInTwoSteps } from "../pool/removed-providers";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";

/**
 * Refuses to remove a pool of which the program does not say that nobody uses it. The program cannot see a service that
 * is no longer in it; ECS keeps a provider that a service uses, and the update would wait for it and fail half way.
 *
 * @param cluster The component's name.
 * @param before The former inputs of the cluster's association: `pools` has each capacity provider by its pool's name.
 * @param next Its inputs.
 * @param unused `removedPools`.
 * @throws InvalidArgumentsError with every such pool.
 */
export function checkRemovedPools(cluster: string, before: Inputs, next: Inputs, unused: readonly string[]): void {
    const stay = providersByPool(next);
    const problems = Object.keys(providersByPool(before))
        .filter((pool) => !Object.hasOwn(stay, pool) && !unused.includes(pool))
        .map((pool) => ({
            propertyPath: `pools.${pool}`,
            reason:
                "is removed, which ECS refuses while a service uses the pool, also one that this update moves or " +
                `removes: ${removalInTwoSteps}, with "${pool}" in removedPools`,
        }));
    if (problems.length > 0) {
        throw new InvalidArgumentsError("Cluster", cluster, problems);
    }
}

/**
 * The capacity providers that an update takes off the cluster, other than those of removed pools, as far as it is
 * known: of pools that get another one, and others.
 */
export function replacedProviders(before: Inputs, next: Inputs): readonly string[] {
    const [former, pools] = [providersByPool(before), providersByPool(next)];
    const ofPools = Object.keys(pools).flatMap((pool) => (former[pool] === pools[pool] ? [] : former[pool]));
    const formerOthers: unknown = before["otherCapacityProviders"];
    const others: unknown = next["otherCapacityProviders"] ?? [];
    const ofOthers: unknown[] =
        Array.isArray(formerOthers) && Array.isArray(others)
            ? formerOthers.filter((provider) => !others.includes(provider))
            : [];
    return [...ofPools, ...ofOthers].filter((provider): provider is string => typeof provider === "string");
}

function providersByPool({ pools }: Inputs): Readonly<Record<string, unknown>> {
    return typeof pools === "object" && pools !== null ? (pools as Readonly<Record<string, unknown>>) : {};
}
