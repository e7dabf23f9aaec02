import { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { associationType } from "../../contract";
import { rememberRemovedProviders, removalInTwoSteps } from "../pool/removed-providers";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import { whenValid } from "../engine/when-valid";
import type { AssociationArgs } from "./args";
import { associationCheck } from "./check";
import { checkRemovedProviders } from "./removed-pools";

/** What the association takes from its cluster. */
export interface AssociatedCluster {
    readonly clusterName: pulumi.Output<string>;
    /** The names of the pools' capacity providers, by the pools' names. The first one is the default strategy. */
    readonly pools: Readonly<Record<string, pulumi.Output<string>>>;
    readonly removedPools: readonly string[];
}

/**
 * Associates the capacity providers of the pools, and others, with a cluster, and sets its default strategy.
 *
 * It is a component of its own because a capacity provider may come from resources that need the cluster first: Pulumi
 * makes a component wait for its inputs, and its children for the component.
 */
export class CapacityProviderAssociation extends pulumi.ComponentResource {
    readonly clusterCapacityProviders: ClusterCapacityProviders;

    /** @param name The cluster component's name. */
    constructor(
        name: string,
        args: AssociationArgs,
        { clusterName, pools, removedPools }: AssociatedCluster,
        opts: pulumi.ComponentResourceOptions & { readonly parent: pulumi.Resource },
    ) {
        super(associationType, `${name}-capacity-providers`, args, opts);
        const cluster = opts.parent;
        const dependsOn = whenValid("Cluster", name, args, associationCheck(Object.keys(pools).length), cluster);
        this.clusterCapacityProviders = new ClusterCapacityProviders(
            `${name}-capacity-association`,
            {
                clusterName,
                capacityProviders: capacityProviders(pools, args.otherCapacityProviders),
                defaultCapacityProviderStrategies: strategies(pools, args.defaultCapacityProviderStrategies),
            },
            {
                parent: this,
                // A child of the cluster itself in states of 0.1.0.
                aliases: [{ parent: cluster }],
                dependsOn,
                hooks: beforeUpdate(`Cluster ${name}: capacity providers`, (before, next) => {
                    const removed = removedBy(before, next);
                    rememberRemovedProviders(removed);
                    for (const provider of checkRemovedProviders(name, removed, Object.keys(pools), removedPools)) {
                        void pulumi.log.warn(removalWarning(provider), cluster);
                    }
                }),
            },
        );
        this.registerOutputs({});
    }
}

/** Each name by itself, so that a preview knows those that exist beside those that do not yet. */
function capacityProviders(
    pools: AssociatedCluster["pools"],
    others: AssociationArgs["otherCapacityProviders"] = [],
): pulumi.Input<pulumi.Input<string>[]> {
    const own = Object.values(pools);
    return Array.isArray(others)
        ? [...own, ...others]
        : pulumi.all([pulumi.all(own), others]).apply((names) => names.flat());
}

function strategies(pools: AssociatedCluster["pools"], items: AssociationArgs["defaultCapacityProviderStrategies"]) {
    const [first] = Object.values(pools);
    if (items === undefined && first !== undefined) {
        return [{ capacityProvider: first, base: 0, weight: 1 }];
    }
    return pulumi.all([pulumi.output(items ?? []), pulumi.output(pools)]).apply(([given, own]) =>
        given.map(({ capacityProvider, base = 0, weight = 1 }) => ({
            capacityProvider: Object.hasOwn(own, capacityProvider)
                ? (own[capacityProvider] as string)
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
