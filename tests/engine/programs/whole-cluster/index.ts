import * as pulumi from "@pulumi/pulumi";
import { Group } from "@pulumi/aws/autoscaling/group";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate";
import { CapacityProvider } from "@pulumi/aws/ecs/capacityProvider";
import { InferentiaCluster, type PoolArgs } from "pulumi-ecs-inferentia";

/** Every option of a pool of which none excludes another. */
const common: PoolArgs = {
    minSize: 1,
    maxSize: 3,
    targetCapacity: 90,
    instanceRefresh: "onTemplateChange",
    terminationProtection: true,
    rootVolumeSizeGiB: 50,
    rootVolumeKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-0123456789ab",
    extraUserData: "sysctl -w vm.nr_hugepages=128",
    canContainersAccessInstanceRole: true,
    instanceRolePolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
    tags: { team: "ml" },
};

const [ownProvider, settle] = pulumi.deferredOutput<string>();
const cluster = new InferentiaCluster("ml", {
    capacities: {
        rtd: {
            ...common,
            instanceTypes: ["inf1.xlarge", "inf1.2xlarge"],
            onDemandBaseCapacity: 1,
            onDemandPercentageAboveBaseCapacity: 50,
        },
        lib: { ...common, runtime: "libnrt", instanceType: "inf2.24xlarge", spot: true, amiResolution: "launch" },
        own: { ...common, runtime: "libnrt", instanceType: "inf2.xlarge", amiId: "ami-0123456789abcdef0" },
    },
    otherCapacityProviders: ["FARGATE", ownProvider],
    defaultCapacityProviderStrategies: [
        { capacityProvider: "rtd", base: 1 },
        { capacityProvider: ownProvider, weight: 2 },
    ],
});

/** An instance of a group of the program's own, which joins this cluster. */
const template = new LaunchTemplate("cpu", {
    imageId: "ami-0123456789abcdef0",
    instanceType: "m5.large",
    userData: cluster.clusterName.apply((name) =>
        Buffer.from(`#!/bin/bash\necho ECS_CLUSTER=${name} >> /etc/ecs/ecs.config\n`).toString("base64"),
    ),
});
const group = new Group("cpu", {
    minSize: 1,
    maxSize: 1,
    vpcZoneIdentifiers: cluster.subnetIds,
    launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
    tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
});
settle(
    new CapacityProvider("cpu", {
        autoScalingGroupProvider: { autoScalingGroupArn: group.arn, managedScaling: { status: "ENABLED" } },
    }).name,
);

export const clusterName = cluster.clusterName;
