import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { SecurityGroup } from "@pulumi/aws/ec2";
import type { Cluster, ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import type { Capacity } from "../capacity/capacity";
import { after } from "../engine/lookup";
import { OwnResources } from "../engine/own-resources";
import { recordOutput, recordsOutput } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { withoutNulls } from "../engine/without-nulls";
import { warnOfRegion } from "../lookup/region";
import { createPool, type InferentiaPool } from "../pool/pool";
import type { InferentiaClusterArgs } from "./args";
import { CapacityProviderAssociation } from "./association";
import { clusterCheck } from "./check";
import { createCluster, findCluster } from "./ecs-cluster";
import { capacityOf, poolsOf } from "./pools";
import { createSecurityGroup } from "./security-group";
import { vpcOf } from "./vpc";

interface Resources {
    readonly pools: Readonly<Record<string, InferentiaPool>>;
    readonly cluster: Cluster | undefined;
    readonly association: ClusterCapacityProviders;
    readonly securityGroup: SecurityGroup | undefined;
    readonly executeCommandLogGroup: LogGroup | undefined;
}

const resources = new OwnResources<InferentiaCluster, Resources>();

/**
 * An Amazon ECS cluster with pools of Inferentia instances. Each is an Auto Scaling group on an
 * `InferentiaLaunchTemplate`, behind a capacity provider with managed scaling and managed draining. The instances
 * get a role that may do no more than join this cluster, and a security group without ingress. Other capacity can stand
 * beside them in the same cluster.
 *
 * A pool leaves the cluster in two updates: the first moves the services away, the second removes it, and names it in
 * `removedCapacities`.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of the cluster is created.
 */
export class InferentiaCluster extends pulumi.ComponentResource {
    /** The cluster's name. */
    public readonly clusterName: pulumi.Output<string>;
    /** The cluster's ARN. */
    public readonly clusterArn: pulumi.Output<string>;
    /** The one pool, for task definitions and services; with several in `capacities` it is undefined. */
    public readonly capacity: pulumi.Output<Capacity>;
    /** Each pool, by its name in `capacities`; a single one by the component's name. */
    public readonly capacities: pulumi.Output<{ [name: string]: Capacity }>;
    /** The VPC of the instances; undefined where only subnets and security groups were given. */
    public readonly vpcId: pulumi.Output<string | undefined>;
    /** The subnets of the instances of all pools. */
    public readonly subnetIds: pulumi.Output<string[]>;
    /** The security groups of the instances: add ingress to one where tasks shall be reached. */
    public readonly securityGroupIds: pulumi.Output<string[]>;

    constructor(name: string, args: InferentiaClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        args = withoutNulls(args);
        // These two may come from resources that need the cluster first: only the association waits for them.
        const { otherCapacityProviders, defaultCapacityProviderStrategies, ...inputs } = args;
        super(componentTypes.cluster, name, inputs, opts);
        const ready = whenValid("InferentiaCluster", name, args, clusterCheck, this, inputs);
        warnOfRegion(this);
        const child = { parent: this, dependsOn: ready };
        const lookups = { component: "InferentiaCluster", name, ready, opts: { parent: this } };

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
                removedPools: args.removedCapacities ?? [],
            },
            child,
        );
        const capacities = ofPools((pool) => capacityOf(pool, cluster, association));
        const capacity = args.capacities === undefined ? capacities[name] : undefined;
        this.clusterName = clusterName;
        this.clusterArn = clusterArn;
        this.capacity = capacity ? recordOutput(capacity) : (pulumi.output(undefined) as never);
        this.capacities = recordsOutput(capacities);
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
        const records = { capacity, capacities };
        this.registerOutputs({
            ...records,
            clusterName,
            clusterArn,
            vpcId,
            subnetIds: this.subnetIds,
            securityGroupIds,
        });
    }

    /** The resources of each pool, by the names of `capacities`. */
    get pools(): Readonly<Record<string, InferentiaPool>> {
        return resources.of(this).pools;
    }

    /** The cluster; undefined for an existing one. */
    get cluster(): Cluster | undefined {
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
