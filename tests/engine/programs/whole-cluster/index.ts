import * as pulumi from "@pulumi/pulumi";
import { Group } from "@pulumi/aws/autoscaling/group";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate";
import { CapacityProvider } from "@pulumi/aws/ecs/capacityProvider";
import { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import { Role } from "@pulumi/aws/iam/role";
import * as inferentia from "pulumi-ecs-inferentia";

/** Every option of a pool of which none excludes another. */
const common: inferentia.ClusterPool = {
    minSize: 1,
    maxSize: 3,
    targetCapacity: 90,
    minimumScalingStepSize: 1,
    maximumScalingStepSize: 2,
    instanceWarmupPeriod: 60,
    enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances"],
    instanceRefresh: "onTemplateChange",
    terminationProtection: true,
    rootVolumeSizeGiB: 50,
    rootVolumeIops: 4000,
    rootVolumeThroughput: 500,
    rootVolumeKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-0123456789ab",
    imagePullBehavior: "prefer-cached",
    imagePullInactivityTimeout: 900,
    imagePullTimeout: 3600,
    prePull: ["123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1", "public.ecr.aws/neuron/x:1"],
    extraUserData: "sysctl -w vm.nr_hugepages=128",
    canContainersAccessInstanceRole: true,
    instanceRolePolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
    tags: { team: "ml" },
};

/** The capacity provider of a group of the program's own, with one instance, which joins a cluster. */
function ownProvider(name: string, clusterName: pulumi.Input<string>): pulumi.Output<string> {
    const userData = pulumi.interpolate`#!/bin/bash\necho ECS_CLUSTER=${clusterName} >> /etc/ecs/ecs.config\n`;
    const role = new Role(name, {
        assumeRolePolicy: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
        },
    });
    const template = new LaunchTemplate(name, {
        imageId: "ami-0123456789abcdef0",
        instanceType: "m5.large",
        iamInstanceProfile: { arn: new InstanceProfile(name, { role: role.name }).arn },
        userData: userData.apply((text) => Buffer.from(text).toString("base64")),
    });
    const group = new Group(name, {
        minSize: 1,
        maxSize: 1,
        availabilityZones: ["us-east-1a"],
        forceDelete: true,
        launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
        tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
    });
    return new CapacityProvider(name, {
        autoScalingGroupProvider: { autoScalingGroupArn: group.arn, managedScaling: { status: "ENABLED" } },
    }).name;
}

const clusterName = "whole";
const [joinedAfterwards, settle] = pulumi.deferredOutput<string>();
const cluster = new inferentia.Cluster("ml", {
    clusterName,
    pools: {
        rtd: {
            ...common,
            instanceTypes: ["inf1.xlarge", "inf1.2xlarge"],
            onDemandBaseCapacity: 1,
            onDemandPercentageAboveBaseCapacity: 50,
            capacityRebalance: true,
        },
        lib: { ...common, instanceType: "inf2.24xlarge", spot: true, capacityRebalance: true, amiResolution: "launch" },
        own: {
            ...common,
            runtime: "libnrt",
            instanceType: "inf2.xlarge",
            amiId: "ami-0123456789abcdef0",
            warmPool: {
                minSize: 1,
                maxGroupPreparedCapacity: 3,
                poolState: "Running",
                instanceReusePolicy: { reuseOnScaleIn: false },
            },
        },
    },
    // One group knows the cluster's name, the other waits for the cluster.
    otherCapacityProviders: ["FARGATE", ownProvider("by-name", clusterName), joinedAfterwards],
    defaultCapacityProviderStrategies: [
        { capacityProvider: "rtd", base: 1 },
        { capacityProvider: joinedAfterwards, weight: 2 },
    ],
});
settle(ownProvider("afterwards", cluster.clusterName));
