import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { SecurityGroup } from "@pulumi/aws/ec2";
import type { ClusterCapacityProviders, Cluster as EcsCluster } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import type { PoolReference } from "../pool/pool-reference";
import { givenArguments } from "../engine/given-arguments";
import { after } from "../engine/lookup";
import { OwnResources } from "../engine/own-resources";
import { recordOutput, recordsOutput } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { warnOfRegion } from "../lookup/region";
import { createPool, type PoolResources } from "../pool/pool";
import type { ClusterArgs } from "./args";
import { CapacityProviderAssociation } from "./association";
import { clusterCheck } from "./check";
import { createCluster, findCluster } from "./ecs-cluster";
import { poolsOf, referenceTo } from "./pools";
import { createSecurityGroup } from "./security-group";
import { vpcOf } from "./vpc";

interface Resources {
    readonly pools: Readonly<Record<string, PoolResources>>;
    readonly cluster: EcsCluster | undefined;
    readonly association: ClusterCapacityProviders;
    readonly securityGroup: SecurityGroup | undefined;
    readonly executeCommandLogGroup: LogGroup | undefined;
}

const resources = new OwnResources<Cluster, Resources>();

/**
 * An Amazon ECS cluster with pools of Inferentia instances. Each is an Auto Scaling group on a `LaunchTemplate`, behind
 * a capacity provider with managed scaling and managed draining. The instances get a role that may do no more than join
 * this cluster, and a security group without ingress. Other capacity can stand beside them in the same cluster.
 *
 * A pool leaves the cluster in two updates: the first moves the services away, the second removes it, and names it in
 * `removedPools`.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of the cluster is created.
 */
export class Cluster extends pulumi.ComponentResource {
    /** The cluster's name. */
    public readonly clusterName: pulumi.Output<string>;
    /** The cluster's ARN. */
    public readonly clusterArn: pulumi.Output<string>;
    /** The one pool, for task definitions and services; with several in `pools` it is undefined. */
    public readonly pool: pulumi.Output<PoolReference>;
    /** Each pool, by its name in `pools`; a single one by the component's name. */
    public readonly pools: pulumi.Output<{ [name: string]: PoolReference }>;
    /** The VPC of the instances; undefined where only subnets and security groups were given. */
    public readonly vpcId: pulumi.Output<string | undefined>;
    /** The subnets of the instances of all pools. */
    public readonly subnetIds: pulumi.Output<string[]>;
    /** The security groups of the instances: add ingress to one where tasks shall be reached. */
    public readonly securityGroupIds: pulumi.Output<string[]>;

    constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        args = givenArguments("Cluster", name, args);
        // These two may come from resources that need the cluster first: only the association waits for them.
        const { otherCapacityProviders, defaultCapacityProviderStrategies, ...inputs } = args;
        super(componentTypes.cluster, name, inputs, opts);
        const ready = whenValid("Cluster", name, args, clusterCheck, this, inputs);
        warnOfRegion(this);
        const child = { parent: this, dependsOn: ready };
        const lookups = { component: "Cluster", name, ready, opts: { parent: this } };

        const cluster =
            args.existingClusterName === undefined
                ? createCluster(name, args, lookups, child)
                : findCluster(args.existingClusterName, lookups);
        const vpcId = vpcOf(args, lookups);
        const securityGroup =
            args.securityGroupIds === undefined
                ? createSecurityGroup(name, vpcId, args.tags, { parent: this, dependsOn: after(ready, vpcId) })
                : undefined;
        const securityGroupIds = pulumi.output(args.securityGroupIds ?? (securityGroup ? [securityGroup.id] : []));
        const { name: clusterName, arn: clusterArn } = cluster;
        const { tags, subnetIds } = args;
        const shared = { clusterName, clusterArn, tags, vpcId, subnetIds, securityGroupIds, securityGroup, lookups };
        const pools = poolsOf(name, args).map((pool) => [pool.key, createPool(pool, shared, child)] as const);
        const ofPools = <T>(map: (pool: (typeof pools)[number][1]) => T) =>
            Object.fromEntries(pools.map(([key, pool]) => [key, map(pool)]));

        const { clusterCapacityProviders: association } = new CapacityProviderAssociation(
            name,
            { otherCapacityProviders, defaultCapacityProviderStrategies },
            {
                clusterName,
                pools: ofPools((pool) => pool.resources.capacityProvider.name),
                removedPools: args.removedPools ?? [],
            },
            child,
        );
        const references = ofPools((pool) => referenceTo(pool, cluster, association));
        const reference = args.pools === undefined ? references[name] : undefined;
        this.clusterName = clusterName;
        this.clusterArn = clusterArn;
        this.pool = reference ? recordOutput(reference) : (pulumi.output(undefined) as never);
        this.pools = recordsOutput(references);
        this.vpcId = vpcId;
        this.subnetIds = pulumi
            .all(pools.map(([, pool]) => pool.subnetIds))
            .apply((subnets) => [...new Set(subnets.flat())]);
        this.securityGroupIds = securityGroupIds;
        resources.set(this, {
            pools: ofPools((pool) => pool.resources),
            cluster: cluster.cluster,
            association,
            securityGroup,
            executeCommandLogGroup: cluster.executeCommandLogGroup,
        });
        // The records themselves, and not outputs of them: a preview knows an output of a record only as a whole.
        const records = { pool: reference, pools: references };
        this.registerOutputs({
            ...records,
            clusterName,
            clusterArn,
            vpcId,
            subnetIds: this.subnetIds,
            securityGroupIds,
        });
    }

    /** The resources of each pool, by the names of `pools`. */
    get poolResources(): Readonly<Record<string, PoolResources>> {
        return resources.of(this).pools;
    }

    /** The cluster; undefined for an existing one. */
    get cluster(): EcsCluster | undefined {
        return resources.of(this).cluster;
    }

    /** What associates the capacity providers with the cluster. */
    get association(): ClusterCapacityProviders {
        return resources.of(this).association;
    }

    /** The instances' security group: add ingress where tasks shall be reached; undefined with your own. */
    get securityGroup(): SecurityGroup | undefined {
        return resources.of(this).securityGroup;
    }

    /** The log group of execute-command sessions; undefined for an existing cluster. */
    get executeCommandLogGroup(): LogGroup | undefined {
        return resources.of(this).executeCommandLogGroup;
    }
}
