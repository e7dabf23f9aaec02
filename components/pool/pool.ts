import type { Group } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate, SecurityGroup } from "@pulumi/aws/ec2";
import { CapacityProvider } from "@pulumi/aws/ecs";
import type { InstanceProfile, Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { defaultRuntime, type InferentiaInstanceType, type NeuronRuntime } from "../../contract";
import { amiParameter } from "../launch-template/ami";
import { InferentiaLaunchTemplate } from "../launch-template/inferentia-launch-template";
import type { PoolArgs } from "./args";
import { autoScalingGroup, mayBeSpot } from "./auto-scaling-group";
import { defaultMaxSize, defaultTargetCapacity } from "./check";
import { instanceRole } from "./instance-role";
import { warnOfRuntime1 } from "./runtime-warning";

/** What a pool made. */
export interface InferentiaPool {
    readonly autoScalingGroup: Group;
    readonly capacityProvider: CapacityProvider;
    readonly launchTemplate: LaunchTemplate;
    /** The role of the instances; undefined where it was given. */
    readonly instanceRole?: Role | undefined;
    /** The instance profile; undefined where it was given. */
    readonly instanceProfile?: InstanceProfile | undefined;
}

/** What the pools of a cluster share. */
export interface Surroundings {
    readonly component: pulumi.ComponentResource;
    /** When nothing has been refused. */
    readonly gate: Promise<unknown>;
    readonly clusterName: pulumi.Input<string>;
    readonly clusterArn: pulumi.Input<string>;
    readonly subnetIds: pulumi.Output<string[]>;
    readonly securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
    readonly securityGroup: SecurityGroup | undefined;
}

/** A pool, and what tasks and services must know of it but for what its association with the cluster tells. */
export interface Pool {
    readonly made: InferentiaPool;
    readonly facts: {
        readonly poolName: string;
        readonly instanceTypes: pulumi.Output<InferentiaInstanceType[]>;
        readonly runtime: pulumi.Output<NeuronRuntime>;
        readonly maxSize: pulumi.Input<number>;
        readonly amiSsmParameter: pulumi.Output<string> | undefined;
        readonly amiId: pulumi.Output<string | undefined>;
        readonly amiName: pulumi.Output<string | undefined>;
    };
}

/** Creates the instances' role, launch template, Auto Scaling group and capacity provider. */
export function createPool(
    name: string,
    args: PoolArgs,
    around: Surroundings,
    opts: pulumi.CustomResourceOptions,
): Pool {
    warnOfRuntime1(name, args, around.gate, around.component);
    const instanceTypes = typesOf(args);
    const { role, profile, profileArn } = instanceRole(name, { ...args, clusterArn: around.clusterArn }, opts);
    const launchTemplate = new InferentiaLaunchTemplate(
        `${name}-instance`,
        {
            instanceType: instanceTypes.apply(([first]) => first as InferentiaInstanceType),
            runtime: args.runtime,
            clusterName: around.clusterName,
            instanceProfileArn: profileArn,
            securityGroupIds: around.securityGroupIds,
            amiId: args.amiId,
            amiSsmParameter: args.amiSsmParameter,
            amiResolution: args.amiResolution,
            rootVolumeSizeGiB: args.rootVolumeSizeGiB,
            rootVolumeKmsKeyId: args.rootVolumeKmsKeyId,
            extraUserData: args.extraUserData,
            spotInstanceDraining: mayBeSpot(args),
            canContainersAccessInstanceRole: args.canContainersAccessInstanceRole,
            tags: args.tags,
        },
        opts,
    );
    const group = autoScalingGroup(name, { args, instanceTypes, launchTemplate, ...around }, opts);
    const made = {
        autoScalingGroup: group,
        capacityProvider: capacityProvider(name, args, group, opts),
        launchTemplate: launchTemplate.launchTemplate,
        instanceRole: role,
        instanceProfile: profile,
    };
    const facts = {
        poolName: name,
        instanceTypes,
        runtime: pulumi.output(args.runtime).apply((runtime) => runtime ?? defaultRuntime),
        maxSize: args.maxSize ?? defaultMaxSize,
        amiSsmParameter: amiParameter(args),
        amiId: launchTemplate.amiId,
        amiName: launchTemplate.amiName,
    };
    return { made, facts };
}

/** The types of a pool's instances. */
export function typesOf(args: PoolArgs): pulumi.Output<InferentiaInstanceType[]> {
    return args.instanceTypes === undefined
        ? pulumi.output([args.instanceType as pulumi.Input<InferentiaInstanceType>])
        : pulumi.output(args.instanceTypes);
}

function capacityProvider(
    name: string,
    args: PoolArgs,
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
