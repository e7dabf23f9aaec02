import type { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { CreatedPool, PoolOfCluster } from "../pool/pool";
import type { ClusterArgs } from "./args";
import type { EcsCluster } from "./ecs-cluster";

/** The pools of a cluster: those of `pools`, or the one whose arguments stand beside the cluster's. */
export function poolsOf(name: string, args: ClusterArgs): readonly PoolOfCluster[] {
    return args.pools === undefined
        ? [{ key: name, resourceName: name, path: "", args }]
        : Object.entries(args.pools).map(([key, pool]) => ({
              key,
              resourceName: `${name}-${key}`,
              path: `pools.${key}`,
              args: pool,
          }));
}

/** What task definitions and services must know of a pool. */
export function referenceTo(
    { facts, resources }: CreatedPool,
    cluster: EcsCluster,
    association: ClusterCapacityProviders,
): Record<string, unknown> {
    return {
        ...facts,
        clusterName: cluster.name,
        clusterArn: cluster.arn,
        // What uses the name must come after the association, and be destroyed before it.
        capacityProviderName: pulumi.all([resources.capacityProvider.name, association.id]).apply(([name]) => name),
        executeCommandLogGroupArn: cluster.executeCommandLogGroup?.arn,
        executeCommandKmsKeyArn: cluster.executeCommandKmsKeyArn,
    };
}
