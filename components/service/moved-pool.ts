import { isOwnPool, isRemovedProvider, removalInTwoSteps } from "../pool/removed-providers";
import type { PoolReference } from "../pool/pool-reference";
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

/**
 * Refuses to move a service to another capacity provider without a forced deployment: the AWS provider fails then
 * (terraform-provider-aws, internal/service/ecs/service.go, capacityProviderStrategyCustomizeDiff), and replaced the
 * service in its releases before 6.15.
 *
 * @param oldInputs Of the component, as are the new ones.
 */
export function refuseMoveWithoutDeployment(service: string, oldInputs: Inputs, newInputs: Inputs): void {
    const [before, next] = [oldInputs, newInputs].map((inputs) => member(poolIn(inputs), "capacityProviderName"));
    if (typeof before === "string" && before !== next && newInputs["forceNewDeployment"] !== true) {
        throw new Error(
            `Service ${JSON.stringify(service)} moves off the capacity provider ${JSON.stringify(before)}, for which ` +
                "its tasks are deployed anew; give forceNewDeployment: true for this update, and take it away " +
                "afterwards",
        );
    }
}

/**
 * Refuses to replace the capacity provider of a `Pool` that stands by itself while a service runs on it. The owner of
 * the cluster takes the former one off it before the service can leave it.
 *
 * @param oldInputs Of the component, as are the new ones.
 */
export function refuseReplacedPool(service: string, oldInputs: Inputs, newInputs: Inputs): void {
    const [before, next] = [poolIn(oldInputs), poolIn(newInputs)] as Inputs[];
    const isSame = (name: keyof PoolReference) => before?.[name] === next?.[name];
    // In another cluster the service itself is replaced, before the former list changes.
    if (!isOwnPool(next?.["poolName"]) || !isSame("poolName") || !isSame("clusterArn")) {
        return;
    }
    if (!isSame("capacityProviderName")) {
        throw new Error(
            `Service ${JSON.stringify(service)} runs on Pool ${JSON.stringify(next?.["poolName"])}, whose capacity ` +
                `provider ${JSON.stringify(before?.["capacityProviderName"])} this update replaces, and ECS keeps a ` +
                "capacity provider while a service uses it; first update with a second Pool beside it and the " +
                "service on that, then remove the first Pool in a second update",
        );
    }
}

function poolIn({ task, pool = member(task, "pool") }: Inputs): unknown {
    return pool;
}

function providersOf({ capacityProviderStrategies, ...inputs }: Inputs): readonly string[] {
    const strategies: readonly unknown[] = Array.isArray(capacityProviderStrategies) ? capacityProviderStrategies : [];
    return [
        member(poolIn(inputs), "capacityProviderName"),
        ...strategies.map((one) => member(one, "capacityProvider")),
    ].filter((provider): provider is string => typeof provider === "string");
}

function member(record: unknown, name: string): unknown {
    return (record as Inputs | null | undefined)?.[name];
}
