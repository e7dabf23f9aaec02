import type { Group } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate as Ec2LaunchTemplate, SecurityGroup } from "@pulumi/aws/ec2";
import { CapacityProvider } from "@pulumi/aws/ecs";
import type { InstanceProfile, Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { defaultRuntime, type InferentiaInstanceType } from "../../contract";
import { after } from "../engine/lookup";
import { amiParameter } from "../launch-template/ami";
import { launchArgsOf } from "../launch-template/args";
import { LaunchTemplate } from "../launch-template/launch-template";
import type { Lookups } from "../lookup/lookups";
import { memberPath } from "../validation/shape";
import { defaultMaxSize, defaultTargetCapacity, type ClusterPool } from "./args";
import { autoScalingGroup, mayBeSpot } from "./auto-scaling-group";
import { instanceRole } from "./instance-role";
import { warnOfRuntime1 } from "./runtime-warning";
import { subnetsOf } from "./subnets";

/** The resources of a pool. */
export interface PoolResources {
    readonly autoScalingGroup: Group;
    readonly capacityProvider: CapacityProvider;
    readonly launchTemplate: Ec2LaunchTemplate;
    /** The role of the instances; undefined where it was given. */
    readonly instanceRole?: Role | undefined;
    /** The instance profile; undefined where it was given. */
    readonly instanceProfile?: InstanceProfile | undefined;
}

/** What a pool takes from its cluster. */
export interface PoolCluster {
    readonly clusterName: pulumi.Output<string>;
    readonly clusterArn: pulumi.Output<string>;
    /** The pool's own tags go on top of them. */
    readonly tags: ClusterPool["tags"];
    readonly vpcId: pulumi.Output<string | undefined>;
    /** The given subnets. Default: those of the VPC's default ones that have the instance types. */
    readonly subnetIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
    readonly securityGroupIds: pulumi.Output<string[]>;
    /** The security group that the cluster creates; undefined where its own ones are given. */
    readonly securityGroup: SecurityGroup | undefined;
    readonly lookups: Lookups;
}

/** The arguments of a pool, and where they stand. */
export interface PoolOfCluster {
    /** The pool's name in the cluster. */
    readonly key: string;
    /** The prefix of its resources' names, different for the pools of other clusters. */
    readonly resourceName: string;
    /** The path of its arguments; an empty string where they stand beside the cluster's. */
    readonly path: string;
    readonly args: ClusterPool;
}

/** A pool, with the facts that tasks and services need, except those of its cluster. */
export type CreatedPool = ReturnType<typeof createPool>;

/** Creates the instances' role, launch template, Auto Scaling group and capacity provider. */
export function createPool(
    { resourceName: name, path, args: given }: PoolOfCluster,
    cluster: PoolCluster,
    { parent, dependsOn: ready }: { readonly parent: pulumi.Resource; readonly dependsOn: Promise<pulumi.Resource[]> },
) {
    const { clusterName, clusterArn, securityGroupIds, securityGroup } = cluster;
    const args = { ...given, tags: mergedTags(cluster.tags, given.tags) };
    warnOfRuntime1(name, args, ready, parent);
    const instanceTypes = typesOf(args);
    const typesPath = memberPath(path, args.instanceTypes === undefined ? "instanceType" : "instanceTypes");
    const subnetIds = subnetsOf(cluster, instanceTypes, typesPath, cluster.lookups);
    const opts = { parent, dependsOn: after(ready, clusterArn, cluster.vpcId, subnetIds) };

    const { role, profile, profileArn } = instanceRole(name, { ...args, clusterArn }, opts);
    const launchTemplate = new LaunchTemplate(
        `${name}-instance`,
        {
            ...launchArgsOf(args),
            instanceType: instanceTypes.apply(([first]) => first as InferentiaInstanceType),
            clusterName,
            instanceProfileArn: profileArn,
            securityGroupIds,
            spotInstanceDraining: mayBeSpot(args),
        },
        opts,
        opts.dependsOn,
    );
    const group = autoScalingGroup(name, { args, instanceTypes, launchTemplate, subnetIds, securityGroup }, opts);
    const resources: PoolResources = {
        autoScalingGroup: group,
        capacityProvider: capacityProvider(name, args, group, opts),
        launchTemplate: launchTemplate.launchTemplate,
        instanceRole: role,
        instanceProfile: profile,
    };
    const facts = {
        poolName: name,
        instanceTypes,
        runtime: pulumi.output(args.runtime).apply((one) => one ?? defaultRuntime),
        maxSize: args.maxSize ?? defaultMaxSize,
        amiSsmParameter: amiParameter(args),
        amiId: launchTemplate.amiId,
        amiName: launchTemplate.amiName,
    };
    return { resources, facts, subnetIds };
}

/** The pool's own tags on top of the cluster's. */
function mergedTags(cluster: ClusterPool["tags"], pool: ClusterPool["tags"]): ClusterPool["tags"] {
    return pool === undefined || cluster === undefined || pool === cluster
        ? (pool ?? cluster)
        : pulumi.all([cluster, pool]).apply(([common, own]) => ({ ...common, ...own }));
}

/** The types of a pool's instances. */
function typesOf(args: ClusterPool): pulumi.Output<InferentiaInstanceType[]> {
    return args.instanceTypes === undefined
        ? pulumi.output([args.instanceType as pulumi.Input<InferentiaInstanceType>])
        : pulumi.output(args.instanceTypes);
}

function capacityProvider(
    name: string,
    args: ClusterPool,
    group: Group,
    opts: pulumi.CustomResourceOptions,
): CapacityProvider {
    const { targetCapacity = defaultTargetCapacity, terminationProtection = false, tags } = args;
    return new CapacityProvider(
        // ECS refuses names of capacity providers that begin with aws, ecs or fargate; the component's name may.
        `inferentia-${name}-capacity`,
        {
            autoScalingGroupProvider: {
                autoScalingGroupArn: group.arn,
                managedScaling: { status: "ENABLED", targetCapacity },
                managedDraining: "ENABLED",
                managedTerminationProtection: pulumi
                    .output(terminationProtection)
                    .apply((isProtected) => (isProtected ? "ENABLED" : "DISABLED")),
            },
            tags,
        },
        opts,
    );
}
