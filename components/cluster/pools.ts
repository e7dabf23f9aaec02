import type { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { split } from "../engine/record";
import { poolFields, type ClusterPool, type PoolArgs } from "../pool/args";
import type { Pool } from "../pool/pool";
import { poolReference, type PoolReference } from "../pool/pool-reference";
import type { ClusterArgs } from "./args";
import type { EcsCluster } from "./ecs-cluster";

/** What every pool of a cluster takes over from it. */
export type ClusterOfPool = Required<
    Pick<PoolArgs, "clusterName" | "vpcId" | "subnetIds" | "securityGroupIds" | "tags">
>;

/** The arguments of a pool of a cluster, and where they stand. */
export interface NamedPool {
    /** The pool's name in the cluster. */
    readonly key: string;
    /** The name of its component, and the prefix of its resources' names. */
    readonly resourceName: string;
    /** The path of its arguments; an empty string where they stand beside the cluster's. */
    readonly path: string;
    readonly args: PoolArgs;
}

/** The pools of a cluster: those of `pools`, or the one whose arguments stand beside the cluster's. */
export function poolsOf(name: string, args: ClusterArgs, cluster: ClusterOfPool): readonly NamedPool[] {
    return args.pools === undefined
        ? [{ key: name, resourceName: name, path: "", args: { ...poolSettings(args), ...cluster } }]
        : Object.entries(args.pools).map(([key, pool]) => ({
              key,
              resourceName: `${name}-${key}`,
              path: `pools.${key}`,
              args: { ...pool, ...cluster, tags: mergedTags(cluster.tags, pool.tags) },
          }));
}

function poolSettings(args: ClusterArgs): ClusterPool {
    const names = Object.keys(poolFields) as (keyof ClusterPool)[];
    return Object.fromEntries(names.map((name) => [name, args[name]]));
}

/** The pool's own tags on top of the cluster's. */
function mergedTags(cluster: ClusterPool["tags"], pool: ClusterPool["tags"]): ClusterPool["tags"] {
    return pool === undefined || cluster === undefined
        ? (pool ?? cluster)
        : pulumi.all([cluster, pool]).apply(([common, own]) => ({ ...common, ...own }));
}

/** What task definitions and services must know of a pool. */
export function referenceTo(
    { pool, capacityProviderName }: Pool,
    cluster: EcsCluster,
    association: ClusterCapacityProviders,
): Record<string, unknown> {
    return {
        ...split<PoolReference>(pool, poolReference.members),
        // What uses the name must come after the association, and be destroyed before it.
        capacityProviderName: pulumi.all([capacityProviderName, association.id]).apply(([name]) => name),
        executeCommandLogGroupArn: cluster.executeCommandLogGroup.arn,
        executeCommandKmsKeyArn: cluster.executeCommandKmsKeyArn,
    };
}
