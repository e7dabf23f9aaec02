import * as pulumi from "@pulumi/pulumi";
import { componentTypes } from "../../contract";
import { beforeUpdate } from "../engine/before-update";
import { givenArguments } from "../engine/given-arguments";
import { OwnResources } from "../engine/own-resources";
import { recordOutput } from "../engine/record";
import { whenValid } from "../engine/when-valid";
import { warnOfRegion } from "../lookup/region";
import type { PoolArgs } from "./args";
import { poolCheck } from "./check";
import { findCluster } from "./find-cluster";
import { refuseToDeleteInUse } from "./given-instead";
import { instanceNetworkOf } from "./network";
import type { PoolReference } from "./pool-reference";
import { rememberOwnPool } from "./removed-providers";
import { createPool, type PoolResources, type PoolSite } from "./resources";

const resources = new OwnResources<Pool, PoolResources>();

/** The sites that clusters have for their pools, by the arguments that they give them. */
const sites = new WeakMap<PoolArgs, PoolSite>();

/**
 * A pool of Inferentia instances for an ECS cluster that is not a `Cluster` of this package: an Auto Scaling group on a
 * launch template, behind a capacity provider with managed scaling and managed draining. The instances get a role that
 * may do no more than join the cluster, and a security group without ingress. A `Cluster` has one for each of its
 * pools.
 *
 * The cluster's list of capacity providers is one setting, which stays as it is: its owner adds `capacityProviderName`,
 * and a service on the pool depends on that (`dependsOn`), so that it comes after it, and is destroyed before it.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything of the pool is created.
 */
export class Pool extends pulumi.ComponentResource {
    /** The pool, for task definitions and services. */
    public readonly pool: pulumi.Output<PoolReference>;
    /** The name of the capacity provider, for the owner of the cluster. */
    public readonly capacityProviderName: pulumi.Output<string>;
    /** The name of the Auto Scaling group. */
    public readonly autoScalingGroupName: pulumi.Output<string>;
    /** The ARN of the Auto Scaling group. */
    public readonly autoScalingGroupArn: pulumi.Output<string>;
    /** The id of the launch template. */
    public readonly launchTemplateId: pulumi.Output<string>;
    /** The name of the instances' role; undefined where an instance profile was given. */
    public readonly instanceRoleName: pulumi.Output<string | undefined>;
    /** The ARN of the instances' role; undefined where an instance profile was given. */
    public readonly instanceRoleArn: pulumi.Output<string | undefined>;
    /** The ARN of the instance profile. */
    public readonly instanceProfileArn: pulumi.Output<string>;
    /** The VPC of the instances; undefined where only subnets and security groups were given. */
    public readonly vpcId: pulumi.Output<string | undefined>;
    /** The subnets of the instances. */
    public readonly subnetIds: pulumi.Output<string[]>;
    /** The security groups of the instances: add ingress to one where tasks shall be reached. */
    public readonly securityGroupIds: pulumi.Output<string[]>;

    constructor(name: string, args: PoolArgs, opts?: pulumi.ComponentResourceOptions) {
        const given = sites.get(args);
        args = given ? args : givenArguments("Pool", name, args);
        const owner = given ? ([given.lookups.component, given.lookups.name] as const) : (["Pool", name] as const);
        const hooks = beforeUpdate(`Pool ${name}: own resources`, (before, next) =>
            refuseToDeleteInUse(owner, given?.path ?? "", before, next),
        );
        super(componentTypes.pool, name, args, pulumi.mergeOptions(opts, { hooks }));
        const site = given ?? ownSite(name, args, this);
        const { resources: created, reference, subnetIds } = createPool(name, args, site, this);
        resources.set(this, created);
        this.pool = recordOutput(reference);
        this.capacityProviderName = created.capacityProvider.name;
        this.autoScalingGroupName = created.autoScalingGroup.name;
        this.autoScalingGroupArn = created.autoScalingGroup.arn;
        this.launchTemplateId = reference.launchTemplateId;
        this.instanceRoleName = pulumi.output(reference.instanceRoleName);
        this.instanceRoleArn = pulumi.output(reference.instanceRoleArn);
        this.instanceProfileArn = reference.instanceProfileArn;
        this.vpcId = site.vpcId;
        this.subnetIds = subnetIds;
        this.securityGroupIds = site.securityGroupIds;
        this.registerOutputs({
            // The record itself: a preview knows an output of it only as a whole.
            pool: reference,
            capacityProviderName: this.capacityProviderName,
            autoScalingGroupName: this.autoScalingGroupName,
            autoScalingGroupArn: this.autoScalingGroupArn,
            launchTemplateId: this.launchTemplateId,
            instanceRoleName: this.instanceRoleName,
            instanceRoleArn: this.instanceRoleArn,
            instanceProfileArn: this.instanceProfileArn,
            vpcId: this.vpcId,
            subnetIds,
            securityGroupIds: this.securityGroupIds,
        });
    }

    /** The resources of the pool. */
    get resources(): PoolResources {
        return resources.of(this);
    }
}

/** Creates a pool of a cluster, which has checked its arguments and gives it its site. */
export function poolAt(site: PoolSite, name: string, args: PoolArgs, opts: pulumi.ComponentResourceOptions): Pool {
    sites.set(args, site);
    return new Pool(name, args, opts);
}

/** The site of a pool that no `Cluster` has. */
function ownSite(name: string, args: PoolArgs, pool: Pool): PoolSite {
    const ready = warnOfRegion(pool, whenValid("Pool", name, args, poolCheck, pool));
    rememberOwnPool(name);
    const lookups = { component: "Pool", name, ready, opts: { parent: pool } };
    const clusterArn = findCluster(args.clusterName, lookups);
    return { ...instanceNetworkOf(name, args, lookups, pool, clusterArn), clusterArn, lookups, path: "" };
}
