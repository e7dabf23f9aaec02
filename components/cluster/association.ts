import { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { associationType } from "../../contract";
import { rememberRemovedProviders, removalInTwoSteps } from "../pool/removed-providers";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import { warn } from "../engine/warn";
import { whenValid } from "../engine/when-valid";
import type { AssociationArgs } from "./args";
import { associationCheck } from "./check";
import { checkRemovedPools, replacedProviders } from "./removed-pools";

/** What the association takes from its cluster. */
export interface AssociatedCluster {
    readonly clusterName: pulumi.Output<string>;
    /** The names of the pools' capacity providers, by the pools' names. */
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
        const cluster = opts.parent;
        const hooks = beforeUpdate(`Cluster ${name}: pools`, (before, next) => {
            checkRemovedPools(name, before, next, removedPools);
            for (const provider of replacedProviders(before, next)) {
                void warn(removalWarning(provider), cluster);
            }
        });
        super(associationType, `${name}-capacity-providers`, { ...args, pools }, { ...opts, hooks });
        const dependsOn = whenValid("Cluster", name, args, associationCheck(Object.keys(pools).length), cluster);
        this.clusterCapacityProviders = new ClusterCapacityProviders(
            `${name}-capacity-association`,
            {
                clusterName,
                capacityProviders: capacityProviders(pools, args.otherCapacityProviders),
                defaultCapacityProviderStrategies: strategies(pools, args),
            },
            {
                parent: this,
                dependsOn,
                // Not one of the component, whose inputs are the new ones already where an update failed half way.
                hooks: beforeUpdate(`Cluster ${name}: capacity providers`, (before, next) =>
                    rememberRemovedProviders(removedBy(before, next)),
                ),
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

/**
 * The given strategy, or that of the one pool where the cluster has nothing else. Beside other capacity there is none:
 * any task without a strategy would land on chips. AWS takes an empty list for that.
 */
function strategies(
    pools: AssociatedCluster["pools"],
    { otherCapacityProviders: others = [], defaultCapacityProviderStrategies: items }: AssociationArgs,
) {
    const [only, another] = Object.values(pools);
    if (items === undefined) {
        const ofPool = only === undefined || another ? [] : [{ capacityProvider: only, base: 0, weight: 1 }];
        return Array.isArray(others)
            ? others.length === 0
                ? ofPool
                : []
            : pulumi.output(others).apply((names) => (names.length === 0 ? ofPool : []));
    }
    return pulumi.all([pulumi.output(items), pulumi.output(pools)]).apply(([given, own]) =>
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
