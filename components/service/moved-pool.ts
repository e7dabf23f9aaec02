import { isRemovedProvider, removalInTwoSteps } from "../pool/removed-providers";
import type { Inputs } from "../engine/before-update";

/**
 * Refuses to move a service off a pool that the same update takes off the cluster. The cluster's providers change
 * before its services do, and ECS keeps a provider that a service uses: the update would fail half way.
 *
 * @param service The component's name.
 * @param oldInputs Of the component, as are the new ones; or of its ECS service.
 */
export function refuseMoveOffRemovedPool(service: string, oldInputs: Inputs, newInputs: Inputs): void {
    const stays = providersOf(newInputs);
    const [gone] = providersOf(oldInputs).filter(
        (provider) => !stays.includes(provider) && isRemovedProvider(provider),
    );
    if (gone !== undefined) {
        throw new Error(
            `Service ${JSON.stringify(service)} moves off the pool whose capacity provider is ` +
                `${JSON.stringify(gone)}, which the same update removes from the cluster, and ECS keeps a capacity ` +
                `provider while a service uses it; ${removalInTwoSteps}`,
        );
    }
}

function providersOf({ task, pool = member(task, "pool"), capacityProviderStrategies }: Inputs): readonly string[] {
    const strategies: readonly unknown[] = Array.isArray(capacityProviderStrategies) ? capacityProviderStrategies : [];
    return [member(pool, "capacityProviderName"), ...strategies.map((one) => member(one, "capacityProvider"))].filter(
        (provider): provider is string => typeof provider === "string",
    );
}

function member(record: unknown, name: string): unknown {
    return (record as Inputs | null | undefined)?.[name];
}
