import type { Group } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate, SecurityGroup } from "@pulumi/aws/ec2";
import { CapacityProvider } from "@pulumi/aws/ecs";
import type { InstanceProfile, Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType } from "../../contract";
import { after } from "../engine/lookup";
import { amiParameter } from "../launch-template/ami";
import { launchArgsOf } from "../launch-template/args";
import { runtimeOfInstances } from "../launch-template/runtime";
import { createTemplate } from "../launch-template/template";
import type { Lookups } from "../lookup/lookups";
import { memberPath } from "../validation/shape";
import { defaultMaxSize, defaultTargetCapacity, type ClusterPool, type PoolArgs } from "./args";
import { autoScalingGroup, mayBeSpot } from "./auto-scaling-group";
import { instanceRole } from "./instance-role";
import { warnOfRuntime1 } from "./runtime-warning";
import { subnetsOf } from "./subnets";
import { createReadyHook } from "./warm-pool";

/** The resources of a pool. */
export interface PoolResources {
    readonly autoScalingGroup: Group;
    readonly capacityProvider: CapacityProvider;
    readonly launchTemplate: LaunchTemplate;
    /** The role of the instances; undefined where it was given. */
    readonly instanceRole?: Role | undefined;
    /** The instance profile; undefined where it was given. */
    readonly instanceProfile?: InstanceProfile | undefined;
    /** The instances' security group, in a `Cluster` that of all its pools; undefined where own ones are given. */
    readonly securityGroup?: SecurityGroup | undefined;
}

/** Where a pool stands: its cluster and network, and whose arguments decide it. */
export interface PoolSite {
    readonly clusterArn: pulumi.Output<string>;
    readonly vpcId: pulumi.Output<string | undefined>;
    readonly securityGroup: SecurityGroup | undefined;
    readonly securityGroupIds: pulumi.Output<string[]>;
    /** Of the component whose arguments they are. */
    readonly lookups: Lookups;
    /** The path of the pool's own arguments there; an empty string where they stand beside the others. */
    readonly path: string;
}

/** Creates the instances' role, launch template, Auto Scaling group and capacity provider, and says what they are. */
export function createPool(name: string, args: PoolArgs, site: PoolSite, parent: pulumi.Resource) {
    const { clusterArn, securityGroup, lookups, path } = site;
    const { clusterName } = args;
    const instanceTypes = typesOf(args);
    const settings = { ...args, runtime: runtimeOfInstances(args, instanceTypes) };
    warnOfRuntime1(name, settings, lookups.ready, parent);
    const typesPath = memberPath(path, args.instanceTypes === undefined ? "instanceType" : "instanceTypes");
    const subnetIds = subnetsOf({ vpcId: site.vpcId, subnetIds: args.subnetIds }, instanceTypes, typesPath, lookups);
    const opts = { parent, dependsOn: after(lookups.ready, clusterArn, site.vpcId, subnetIds) };

    const { role, profile, profileArn, roleArn, roleName } = instanceRole(name, { ...args, clusterArn }, opts);
    const { template, ami } = createTemplate(
        `${name}-instance`,
        {
            ...launchArgsOf(settings),
            instanceType: instanceTypes.apply(([first]) => first as InferentiaInstanceType),
            clusterName,
            instanceProfileArn: profileArn,
            securityGroupIds: site.securityGroupIds,
            spotInstanceDraining: mayBeSpot(args),
            warmPoolsCheck: args.warmPool !== undefined,
        },
        { ...lookups, path, first: opts.dependsOn },
        opts,
    );
    const parts = { args, instanceTypes, launchTemplate: template, subnetIds, securityGroup };
    const group = autoScalingGroup(name, parts, opts);
    if (args.warmPool !== undefined) {
        createReadyHook(name, group, role, opts);
    }
    const resources: PoolResources = {
        autoScalingGroup: group,
        capacityProvider: capacityProvider(name, args, group, opts),
        launchTemplate: template,
        instanceRole: role,
        instanceProfile: profile,
        securityGroup,
    };
    const reference = {
        poolName: name,
        clusterName,
        clusterArn,
        capacityProviderName: resources.capacityProvider.name,
        instanceTypes,
        runtime: settings.runtime,
        maxSize: args.maxSize ?? defaultMaxSize,
        vpcId: site.vpcId,
        subnetIds,
        securityGroupIds: site.securityGroupIds,
        amiSsmParameter: amiParameter(settings),
        amiId: ami.apply(({ id }) => id),
        amiName: ami.apply((one) => one.name),
        autoScalingGroupName: group.name,
        autoScalingGroupArn: group.arn,
        launchTemplateId: template.id,
        instanceRoleName: roleName,
        instanceRoleArn: roleArn,
        instanceProfileArn: profileArn,
    };
    return { resources, reference, subnetIds };
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
    const { minimumScalingStepSize, maximumScalingStepSize, instanceWarmupPeriod } = args;
    return new CapacityProvider(
        // ECS refuses names of capacity providers that begin with aws, ecs or fargate; the component's name may.
        `inferentia-${name}-capacity`,
        {
            autoScalingGroupProvider: {
                autoScalingGroupArn: group.arn,
                managedScaling: {
                    status: "ENABLED",
                    targetCapacity,
                    minimumScalingStepSize,
                    maximumScalingStepSize,
                    instanceWarmupPeriod,
                },
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
