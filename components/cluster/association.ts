import { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { rememberRemovedProviders, removalInTwoSteps } from "../capacity/removed-providers";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import type { InferentiaClusterArgs } from "./args";
import { isOfNamedPool, refuseRemovedPools } from "./removed-pools";

/** What associates capacity providers with a cluster. */
export type AssociationArgs = Pick<
    InferentiaClusterArgs,
    "otherCapacityProviders" | "defaultCapacityProviderStrategies" | "removedCapacities"
> & {
    readonly clusterName: pulumi.Output<string>;
    /** The names of the pools' own providers, by the pools' names; the first is the default strategy. */
    readonly own: Readonly<Record<string, pulumi.Output<string>>>;
};

/** Associates the pools' capacity providers and the other ones with the cluster, and sets its default strategy. */
export function associate(
    name: string,
    args: AssociationArgs,
    opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): ClusterCapacityProviders {
    const { removedCapacities: unused = [] } = args;
    return new ClusterCapacityProviders(
        `${name}-capacity-association`,
        {
            clusterName: args.clusterName,
            capacityProviders: providers(args),
            defaultCapacityProviderStrategies: strategies(args),
        },
        {
            ...opts,
            hooks: beforeUpdate(`InferentiaCluster ${name}: capacity providers`, (before, next) => {
                const removed = removedBy(before, next);
                rememberRemovedProviders(removed);
                refuseRemovedPools(name, removed, Object.keys(args.own), unused);
                removed
                    .filter((provider) => !isOfNamedPool(name, provider, unused))
                    .forEach((provider) => void pulumi.log.warn(removalWarning(provider), opts.parent));
            }),
        },
    );
}

/** Each name by itself, so that a preview knows those that are there beside those that are not yet. */
function providers({ own, otherCapacityProviders = [] }: AssociationArgs): pulumi.Input<pulumi.Input<string>[]> {
    const names = Object.values(own);
    return Array.isArray(otherCapacityProviders)
        ? [...names, ...otherCapacityProviders]
        : pulumi.all([pulumi.all(names), otherCapacityProviders]).apply(([pools, others]) => [...pools, ...others]);
}

function strategies({ own, defaultCapacityProviderStrategies }: AssociationArgs) {
    const [first] = Object.values(own);
    if (defaultCapacityProviderStrategies === undefined && first !== undefined) {
        return [{ capacityProvider: first, base: 0, weight: 1 }];
    }
    return pulumi
        .all([pulumi.output(defaultCapacityProviderStrategies ?? []), pulumi.output(own)])
        .apply(([items, names]) =>
            items.map(({ capacityProvider, base = 0, weight = 1 }) => ({
                capacityProvider: Object.hasOwn(names, capacityProvider)
                    ? (names[capacityProvider] as string)
                    : capacityProvider,
                base,
                weight,
            })),
        );
}

/** The providers that an update of the association removes, as far as it is known. */
export function removedBy(before: Inputs, next: Inputs): readonly string[] {
    const remaining = next["capacityProviders"];
    return Array.isArray(remaining) ? listed(before).filter((one) => !remaining.includes(one)) : [];
}

function listed({ capacityProviders }: Inputs): readonly string[] {
    return Array.isArray(capacityProviders)
        ? capacityProviders.filter((one): one is string => typeof one === "string")
        : [];
}

function removalWarning(provider: string): string {
    return (
        `the capacity provider ${provider} is taken off the cluster, which ECS refuses while a service uses it, also ` +
        `one that this update removes or moves: ${removalInTwoSteps}`
    );
}
