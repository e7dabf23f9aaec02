import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { SecurityGroup } from "@pulumi/aws/ec2";
import type { Cluster, ClusterCapacityProviders } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import type { Capacity } from "../capacity/capacity";
import { recordOutput, recordsOutput } from "../engine/record";
import { MadeBy } from "../engine/made-by";
import { after } from "../engine/lookup";
import { warnOfRegion } from "../lookup/region";
import { createPool, typesOf, type InferentiaPool } from "../pool/pool";
import { withoutDeferred } from "../engine/settled";
import { validatedApart } from "../validation/validate";
import { withoutNulls } from "../engine/without-nulls";
import type { InferentiaClusterArgs } from "./args";
import { associate } from "./association";
import { capacitiesOf, providerNames } from "./capacities";
import { checkInferentiaCluster } from "./check";
import { existingCluster, madeCluster } from "./ecs-cluster";
import { subnetsOf, vpcOf } from "./network";
import { poolsOf } from "./pools";
import { createSecurityGroup } from "./security-group";

/** What may come from resources that need the cluster first: a provider of an own group that joins it. */
const apart = ["otherCapacityProviders", "defaultCapacityProviderStrategies"] as const;

interface Made {
    readonly pools: Readonly<Record<string, InferentiaPool>>;
    readonly cluster: Cluster | undefined;
    readonly association: ClusterCapacityProviders;
    readonly securityGroup: SecurityGroup | undefined;
    readonly executeCommandLogGroup: LogGroup | undefined;
}

const made = new MadeBy<InferentiaCluster, Made>();

/**
 * An Amazon ECS cluster with pools of Inferentia instances. Each is an Auto Scaling group on an
 * `InferentiaLaunchTemplate`, behind a capacity provider with managed scaling and managed draining. The instances
 * get a role that may do no more than join this cluster, and a security group without ingress. Other capacity can stand
 * beside them in the same cluster.
 *
 * A pool leaves the cluster in two updates: the first moves the services away, the second removes it, and names it in
 * `removedCapacities`.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything is created.
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
        // The engine makes a component wait for its inputs, and its children for the component.
        super(componentTypes.cluster, name, withoutDeferred(args, apart), opts);
        const gates = validatedApart("InferentiaCluster", name, args, apart, checkInferentiaCluster, this);
        warnOfRegion(this);
        const asking = { component: name, property: "instanceType", opts: { parent: this } };
        const child = { parent: this, dependsOn: gates.most };

        const cluster =
            args.existingClusterName === undefined
                ? madeCluster(name, args, gates.most, asking, child)
                : existingCluster(args.existingClusterName, gates.most, asking);
        const vpc = vpcOf(args, gates.most, asking);
        const securityGroup =
            args.securityGroupIds === undefined
                ? createSecurityGroup(name, vpc.value, args.tags, { ...child, dependsOn: after(gates.most, vpc.done) })
                : undefined;
        const securityGroupIds = pulumi.output(args.securityGroupIds ?? (securityGroup ? [securityGroup.id] : []));
        const pools = Object.entries(poolsOf(name, args)).map(([key, { resourceName, property, pool }]) => {
            const types = typesOf(pool);
            const subnets = subnetsOf(args, vpc, types, gates.most, { ...asking, property });
            const around = {
                component: this,
                gate: gates.most,
                clusterName: cluster.name,
                clusterArn: cluster.arn,
                subnetIds: subnets.value,
                securityGroupIds,
                securityGroup,
            };
            const ready = { ...child, dependsOn: after(gates.most, cluster.done, vpc.done, subnets.done) };
            return [key, { ...createPool(resourceName, pool, around, ready), subnetIds: subnets.value }] as const;
        });

        this.clusterName = cluster.name;
        this.clusterArn = cluster.arn;
        const association = associate(
            name,
            { ...args, clusterName: cluster.name, own: providerNames(pools) },
            { parent: this, dependsOn: after(gates.all, cluster.done) },
        );
        const capacities = capacitiesOf(pools, cluster, association);
        const capacity = args.capacities === undefined ? capacities[name] : undefined;
        this.capacity = capacity ? recordOutput(capacity) : (pulumi.output(undefined) as never);
        this.capacities = recordsOutput(capacities);
        this.vpcId = vpc.value;
        this.subnetIds = pulumi
            .all(pools.map(([, { subnetIds }]) => subnetIds))
            .apply((subnets) => [...new Set(subnets.flat())]);
        this.securityGroupIds = securityGroupIds;
        made.keep(this, {
            pools: Object.fromEntries(pools.map(([key, pool]) => [key, pool.made])),
            cluster: cluster.made,
            association,
            securityGroup,
            executeCommandLogGroup: cluster.executeCommandLogGroup,
        });
        const { clusterName, clusterArn, vpcId, subnetIds } = this;
        // The records themselves, and not outputs of them: a preview knows an output of a record only as a whole.
        this.registerOutputs({ clusterName, clusterArn, capacity, capacities, vpcId, subnetIds, securityGroupIds });
    }

    /** What each pool made, by the names of `capacities`. */
    get pools(): Readonly<Record<string, InferentiaPool>> {
        return made.of(this).pools;
    }

    /** The cluster; undefined for one that was there. */
    get cluster(): Cluster | undefined {
        return made.of(this).cluster;
    }

    /** What associates the capacity providers with the cluster. */
    get association(): ClusterCapacityProviders {
        return made.of(this).association;
    }

    /** The instances' security group: add ingress where tasks shall be reached; undefined with your own. */
    get securityGroup(): SecurityGroup | undefined {
        return made.of(this).securityGroup;
    }

    /** The log group of execute-command sessions; undefined for a cluster that was there. */
    get executeCommandLogGroup(): LogGroup | undefined {
        return made.of(this).executeCommandLogGroup;
    }
}
