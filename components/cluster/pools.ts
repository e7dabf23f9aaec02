import * as pulumi from "@pulumi/pulumi";
import type { PoolArgs } from "../pool/args";
import type { InferentiaClusterArgs } from "./args";

/** A pool as the program wrote it. */
export interface WrittenPool {
    /** The prefix of the names of its resources, which also tells it from the pools of other clusters. */
    readonly resourceName: string;
    /** The argument that holds its instance type. */
    readonly property: string;
    readonly pool: PoolArgs;
}

/** The pools of a cluster by name: those of `capacities`, or the one whose arguments stand beside the cluster's. */
export function poolsOf(name: string, args: InferentiaClusterArgs): Readonly<Record<string, WrittenPool>> {
    if (args.capacities === undefined) {
        return { [name]: { resourceName: name, property: typeProperty(args), pool: args } };
    }
    return Object.fromEntries(
        Object.entries(args.capacities).map(([key, pool]) => [
            key,
            {
                resourceName: `${name}-${key}`,
                property: `capacities.${key}.${typeProperty(pool)}`,
                pool: { ...pool, tags: tagsOf(args, pool) },
            },
        ]),
    );
}

function typeProperty(pool: PoolArgs): string {
    return pool.instanceTypes === undefined ? "instanceType" : "instanceTypes";
}

function tagsOf(cluster: InferentiaClusterArgs, pool: PoolArgs): PoolArgs["tags"] {
    return pool.tags === undefined || cluster.tags === undefined
        ? (pool.tags ?? cluster.tags)
        : pulumi.all([cluster.tags, pool.tags]).apply(([common, own]) => ({ ...common, ...own }));
}
