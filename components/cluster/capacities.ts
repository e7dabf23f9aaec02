import type { ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { Pool } from "../pool/pool";
import type { EcsCluster } from "./ecs-cluster";

/** The pools of a cluster, by name. */
export type NamedPools = readonly (readonly [string, Pool])[];

/** The names of the pools' capacity providers. */
export function providerNames(pools: NamedPools): Record<string, pulumi.Output<string>> {
    return Object.fromEntries(pools.map(([key, { made }]) => [key, made.capacityProvider.name]));
}

/** What task definitions and services must know of each pool. */
export function capacitiesOf(
    pools: NamedPools,
    cluster: EcsCluster,
    association: ClusterCapacityProviders,
): Record<string, Record<string, unknown>> {
    const record = ({ facts, made }: Pool) => ({
        ...facts,
        clusterName: cluster.name,
        clusterArn: cluster.arn,
        // What uses the name must come after the association, and be destroyed before it.
        capacityProviderName: pulumi.all([made.capacityProvider.name, association.id]).apply(([own]) => own),
        executeCommandLogGroupArn: cluster.executeCommandLogGroup?.arn,
        executeCommandKmsKeyArn: cluster.executeCommandKmsKeyArn,
    });
    return Object.fromEntries(pools.map(([key, pool]) => [key, record(pool)]));
}
