import { Group } from "@pulumi/aws/autoscaling";
import { CapacityProvider, ClusterCapacityProviders, type Cluster } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import type { Inf1LaunchTemplate } from "../launch-template/inf1-launch-template";
import type { InferentiaClusterArgs } from "./args";
import { defaultMaxSize, defaultMinSize, defaultTargetCapacityPercent } from "./check";

type CapacityArgs = Pick<
    InferentiaClusterArgs,
    "minSize" | "maxSize" | "targetCapacityPercent" | "additionalCapacityProviders" | "tags"
> & {
    readonly cluster: Cluster;
    readonly launchTemplate: Inf1LaunchTemplate;
    readonly subnetIds: pulumi.Output<string[]>;
};

export interface Capacity {
    readonly capacityProviderName: pulumi.Output<string>;
    readonly autoScalingGroupName: pulumi.Output<string>;
}

/** Creates the Auto Scaling group, its capacity provider, and the provider's association with the cluster. */
export function createCapacity(name: string, args: CapacityArgs, opts: pulumi.CustomResourceOptions): Capacity {
    const group = new Group(
        `${name}-group`,
        {
            minSize: args.minSize ?? defaultMinSize,
            maxSize: args.maxSize ?? defaultMaxSize,
            vpcZoneIdentifiers: args.subnetIds,
            launchTemplate: {
                id: args.launchTemplate.launchTemplateId,
                version: pulumi.interpolate`${args.launchTemplate.latestVersion}`,
            },
            healthCheckType: "EC2",
            // Managed draining leaves a lifecycle hook that would hold a destroy back for up to two days.
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
        // Managed scaling sets the desired capacity.
        { ...opts, ignoreChanges: ["desiredCapacity"] },
    );
    // ECS refuses names of capacity providers that begin with aws, ecs or fargate; the component's name may.
    const provider = new CapacityProvider(
        `inf1-${name}-capacity`,
        {
            autoScalingGroupProvider: {
                autoScalingGroupArn: group.arn,
                managedScaling: {
                    status: "ENABLED",
                    targetCapacity: args.targetCapacityPercent ?? defaultTargetCapacityPercent,
                },
                managedDraining: "ENABLED",
                // Protected instances cannot be drained by a destroy; managed draining already lets tasks finish.
                managedTerminationProtection: "DISABLED",
            },
            tags: args.tags,
        },
        opts,
    );
    const association = new ClusterCapacityProviders(
        `${name}-capacity-association`,
        {
            clusterName: args.cluster.name,
            capacityProviders: pulumi
                .all([provider.name, args.additionalCapacityProviders ?? []])
                .apply(([own, additional]) => [own, ...additional]),
        },
        opts,
    );
    // What uses the name must come after the association, and be destroyed before it.
    const capacityProviderName = pulumi.all([provider.name, association.id]).apply(([own]) => own);
    return { capacityProviderName, autoScalingGroupName: group.name };
}
