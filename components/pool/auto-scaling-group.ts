import { Group, type GroupArgs } from "@pulumi/aws/autoscaling";
import type { LaunchTemplate, SecurityGroup } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { deployTimeoutMinutes } from "../../contract";
import { defaultMaxSize, defaultMinSize, InstanceRefresh, type ClusterPool } from "./args";

/** What decides an Auto Scaling group. */
export interface GroupParts {
    readonly args: ClusterPool;
    readonly instanceTypes: pulumi.Output<string[]>;
    readonly launchTemplate: LaunchTemplate;
    readonly subnetIds: pulumi.Output<string[]>;
    /** The security group that was created; undefined where own ones are given. */
    readonly securityGroup: SecurityGroup | undefined;
}

/** Creates the Auto Scaling group of a pool. */
export function autoScalingGroup(name: string, parts: GroupParts, opts: pulumi.CustomResourceOptions): Group {
    const { args, subnetIds, securityGroup } = parts;
    return new Group(
        `${name}-group`,
        {
            minSize: args.minSize ?? defaultMinSize,
            maxSize: args.maxSize ?? defaultMaxSize,
            vpcZoneIdentifiers: subnetIds,
            ...instances(parts),
            healthCheckType: "EC2",
            capacityRebalance: args.capacityRebalance,
            enabledMetrics: args.enabledMetrics as GroupArgs["enabledMetrics"],
            warmPool: args.warmPool,
            protectFromScaleIn: args.terminationProtection ?? false,
            instanceRefresh: refreshOf(args),
            // By force, which ends protected instances, and lifecycle actions with them. Else a destroy waits in vain:
            // the hook of managed draining outlives the capacity provider, and holds an instance for an hour.
            forceDelete: true,
            tags: pulumi.output(args.tags).apply((tags) =>
                // ECS adds AmazonECSManaged itself; left out, it would be a difference at each refresh.
                Object.entries({ AmazonECSManaged: "true", ...tags }).map(([key, value]) => ({
                    key,
                    value,
                    propagateAtLaunch: true,
                })),
            ),
        },
        {
            ...opts,
            customTimeouts: { delete: `${deployTimeoutMinutes}m` },
            // Managed scaling sets the desired capacity.
            ignoreChanges: ["desiredCapacity"],
            // Another VPC replaces the security group, which could not be deleted while instances held it.
            ...(securityGroup && { replaceWith: [securityGroup] }),
        },
    );
}

/** Managed draining moves the tasks away before an instance ends; ECS's protection from scale-in is no obstacle. */
const refresh = { strategy: "Rolling", preferences: { scaleInProtectedInstances: "Refresh" } };

function refreshOf({ instanceRefresh }: ClusterPool): GroupArgs["instanceRefresh"] {
    return pulumi
        .output(instanceRefresh)
        .apply((when) => (when === InstanceRefresh.OnTemplateChange ? refresh : undefined));
}

/** Which instances the group launches: of one type and on demand, or mixed. */
function instances({ args, instanceTypes, launchTemplate }: GroupParts): Partial<GroupArgs> {
    const version = pulumi.interpolate`${launchTemplate.latestVersion}`;
    if (!isMixed(args)) {
        return { launchTemplate: { id: launchTemplate.id, version } };
    }
    return {
        mixedInstancesPolicy: {
            instancesDistribution: {
                onDemandAllocationStrategy: "prioritized",
                onDemandBaseCapacity: args.onDemandBaseCapacity ?? 0,
                onDemandPercentageAboveBaseCapacity:
                    args.spot === undefined
                        ? (args.onDemandPercentageAboveBaseCapacity ?? 100)
                        : pulumi.output(args.spot).apply((spot) => (spot ? 0 : 100)),
                spotAllocationStrategy: "price-capacity-optimized",
            },
            launchTemplate: {
                launchTemplateSpecification: { launchTemplateId: launchTemplate.id, version },
                overrides: instanceTypes.apply((types) => types.map((instanceType) => ({ instanceType }))),
            },
        },
    };
}

/** Whether the group needs a mixed instances policy; where an output decides it has one, which holds for all. */
function isMixed(args: ClusterPool): boolean {
    const { instanceTypes, spot, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity } = args;
    const isOneType = instanceTypes === undefined || (Array.isArray(instanceTypes) && instanceTypes.length === 1);
    const isSpot = spot !== undefined && spot !== false;
    return !isOneType || isSpot || (onDemandBaseCapacity ?? onDemandPercentageAboveBaseCapacity) !== undefined;
}

/** Whether some instances may be spot ones. */
export function mayBeSpot(args: ClusterPool): pulumi.Output<boolean> {
    return pulumi
        .output({ spot: args.spot, percentage: args.onDemandPercentageAboveBaseCapacity })
        .apply(({ spot, percentage }) => spot ?? (percentage ?? 100) < 100);
}
