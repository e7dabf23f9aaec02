import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { SecurityGroup } from "@pulumi/aws/ec2";
import type { ClusterCapacityProviders, Cluster as EcsCluster } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { beforeUpdate, type Inputs } from "../engine/before-update";
import { givenArguments } from "../engine/given-arguments";
import { OwnResources } from "../engine/own-resources";
import { absentRecord, recordOutput, recordsOutput } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { warnOfRegion } from "../lookup/region";
import { refuseToDeleteInUse } from "../pool/given-instead";
import { instanceNetworkOf } from "../pool/network";
import { poolAt } from "../pool/pool";
import type { PoolReference } from "../pool/pool-reference";
import type { PoolResources } from "../pool/resources";
import type { ClusterArgs } from "./args";
import { CapacityProviderAssociation } from "./association";
import { clusterCheck } from "./check";
import { createCluster } from "./ecs-cluster";
import { poolsOf, referenceTo } from "./pools";

interface Resources {
    readonly pools: Readonly<Record<string, PoolResources>>;
    readonly cluster: EcsCluster;
    readonly association: ClusterCapacityProviders;
    readonly securityGroup: SecurityGroup | undefined;
    readonly executeCommandLogGroup: LogGroup;
}

const resources = new OwnResources<Cluster, Resources>();

/**
 * An Amazon ECS cluster with pools of Inferentia instances, each a `Pool`: an Auto Scaling group behind a capacity
 * provider with managed scaling and managed draining. The instances get a role that may do no more than join this
 * cluster, and a security group without ingress. Other capacity can stand beside them in the same cluster.
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
    /** The one pool, for task definitions and services; undefined where the cluster has several. */
    public readonly pool: pulumi.Output<PoolReference>;
    /** Each pool, by its name in `pools`; one beside the cluster's arguments by the component's name. */
    public readonly pools: pulumi.Output<{ [name: string]: PoolReference }>;
    /** The name of the log group of execute-command sessions. */
    public readonly executeCommandLogGroupName: pulumi.Output<string>;
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
        const hooks = beforeUpdate(`Cluster ${name}: own resources`, (before, next) =>
            refuseToDeleteInUse(["Cluster", name], "", groupsOf(before), groupsOf(next)),
        );
        super(componentTypes.cluster, name, inputs, pulumi.mergeOptions(opts, { hooks }));
        const ready = warnOfRegion(this, whenValid("Cluster", name, args, clusterCheck, this, inputs));
        const child = { parent: this, dependsOn: ready };
        const lookups = { component: "Cluster", name, ready, opts: { parent: this } };

        const created = createCluster(name, args, lookups, child);
        const { name: clusterName, arn: clusterArn } = created.cluster;
        const network = instanceNetworkOf(name, args, lookups, this);
        const { vpcId, securityGroup, securityGroupIds } = network;
        const { subnetIds, tags } = args;
        const cluster = { clusterName, vpcId: args.vpcId, subnetIds, securityGroupIds, tags };
        const pools = poolsOf(name, args, cluster).map(({ key, resourceName, path, args: pool }) => {
            const site = { ...network, clusterArn, lookups, path };
            return [key, poolAt(site, resourceName, pool, { parent: this })] as const;
        });
        const ofPools = <T>(map: (pool: (typeof pools)[number][1]) => T) =>
            Object.fromEntries(pools.map(([key, pool]) => [key, map(pool)]));

        const { clusterCapacityProviders: association } = new CapacityProviderAssociation(
            name,
            { otherCapacityProviders, defaultCapacityProviderStrategies },
            {
                clusterName,
                pools: ofPools((pool) => pool.capacityProviderName),
                removedPools: args.removedPools ?? [],
            },
            child,
        );
        const references = ofPools((pool) => referenceTo(pool, created, association));
        const [reference, another] = Object.values(references);
        const one = another === undefined ? reference : undefined;
        this.clusterName = clusterName;
        this.clusterArn = clusterArn;
        this.pool = one
            ? recordOutput(one)
            : absentRecord(
                  `is that of Cluster "${name}", which has several pools; give one of the cluster's pools: ` +
                      Object.keys(references).join(", "),
              );
        this.pools = recordsOutput(references);
        this.executeCommandLogGroupName = created.executeCommandLogGroup.name;
        this.vpcId = vpcId;
        this.subnetIds = pulumi
            .all(pools.map(([, pool]) => pool.subnetIds))
            .apply((subnets) => [...new Set(subnets.flat())]);
        this.securityGroupIds = securityGroupIds;
        resources.set(this, {
            pools: ofPools((pool) => pool.resources),
            cluster: created.cluster,
            association,
            securityGroup,
            executeCommandLogGroup: created.executeCommandLogGroup,
        });
        // The records themselves, and not outputs of them: a preview knows an output of a record only as a whole.
        const records = { pool: one, pools: references };
        this.registerOutputs({
            ...records,
            clusterName,
            clusterArn,
            executeCommandLogGroupName: this.executeCommandLogGroupName,
            vpcId,
            subnetIds: this.subnetIds,
            securityGroupIds,
        });
    }

    /** The resources of each pool, by its name. */
    get poolResources(): Readonly<Record<string, PoolResources>> {
        return resources.of(this).pools;
    }

    /** The cluster. */
    get cluster(): EcsCluster {
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

    /** The log group of execute-command sessions. */
    get executeCommandLogGroup(): LogGroup {
        return resources.of(this).executeCommandLogGroup;
    }
}

/** The inputs that decide the security groups of a cluster; those of roles are its pools' own. */
function groupsOf({ securityGroupIds, pools, instanceRefresh }: Inputs): Inputs {
    return { securityGroupIds, pools, instanceRefresh };
}
