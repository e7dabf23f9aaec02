/* global require, exports */
"use strict";

const aws = require("@pulumi/aws");
const { Vpc } = require("@pulumi/awsx/ec2/vpc");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
const size = config.get("size") ?? "xlarge";
const broken = config.get("broken");

const allow = (action, principal) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, ...principal }] });

const network = new Vpc("network", {
    numberOfAvailabilityZones: broken === "network" ? 0 : 2,
    natGateways: { strategy: "Single" },
    tags: { size },
});
const { id: vpcId } = aws.ec2.getVpcOutput({ id: network.vpcId });

const securityGroup = new aws.ec2.SecurityGroup("instances", { vpcId });
new aws.vpc.SecurityGroupEgressRule("out", {
    securityGroupId: securityGroup.id,
    ipProtocol: "-1",
    cidrIpv4: "0.0.0.0/0",
});
new aws.vpc.SecurityGroupIngressRule("in", {
    securityGroupId: securityGroup.id,
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "10.0.0.0/8",
});

const role = new aws.iam.Role("instance", {
    assumeRolePolicy: allow("sts:AssumeRole", { Principal: { Service: "ec2.amazonaws.com" } }),
});
new aws.iam.RolePolicy("instance", { role, policy: allow("ecs:Poll", { Resource: "*" }) });
new aws.iam.RolePolicyAttachment("instance", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
});
const profile = new aws.iam.InstanceProfile("instance", { role: role.name });

const ami = aws.ssm.getParameterOutput({ name: "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended" });
const template = new aws.ec2.LaunchTemplate("instance", {
    iamInstanceProfile: { arn: profile.arn },
    imageId: ami.value.apply((document) => JSON.parse(document).image_id),
    instanceType: `inf1.${size}`,
    userData: pulumi.secret("I2Nsb3VkLWNvbmZpZwpodW50ZXIy"),
    vpcSecurityGroupIds: [securityGroup.id],
});
const group = new aws.autoscaling.Group("instances", {
    forceDelete: true,
    launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
    maxSize: 2,
    minSize: 1,
    protectFromScaleIn: true,
    // Amazon ECS puts it there; a group without it shows a change after a refresh.
    tags: [{ key: "AmazonECSManaged", value: "", propagateAtLaunch: true }],
    vpcZoneIdentifiers: network.privateSubnetIds,
});

const logs = new aws.cloudwatch.LogGroup("model", { retentionInDays: 30 });
const repository = new aws.ecr.Repository("Model", {});
const cluster = new aws.ecs.Cluster("cluster", {
    settings: [{ name: "containerInsights", value: "enabled" }],
    tags: { team: "own" },
});
const capacityProvider = new aws.ecs.CapacityProvider("inf1", {
    autoScalingGroupProvider: {
        autoScalingGroupArn: group.arn,
        managedScaling: { status: "ENABLED" },
        managedTerminationProtection: "ENABLED",
    },
});
const association = new aws.ecs.ClusterCapacityProviders("inf1", {
    clusterName: cluster.name,
    capacityProviders: [capacityProvider.name],
});

const container = {
    name: "model",
    image: pulumi.interpolate`${repository.repositoryUrl}:1`,
    memory: 512,
    environment: [{ name: "PASSWORD", value: pulumi.secret("hunter2") }],
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": logs.name } },
};
const misspelt = { name: "model", image: "model:1", memory: "512", cpus: 1 };
const taskDefinition = new aws.ecs.TaskDefinition("model", {
    containerDefinitions: broken === "containers" ? JSON.stringify([misspelt]) : pulumi.jsonStringify([container]),
    family: "model",
    placementConstraints: [{ type: "memberOf", expression: `attribute:ecs.instance-type == inf1.${size}` }],
});
const service = new aws.ecs.Service(
    "model",
    {
        capacityProviderStrategies: [
            { capacityProvider: capacityProvider.name, weight: config.getNumber("weight") ?? 1 },
        ],
        cluster: cluster.arn,
        desiredCount: 1,
        forceNewDeployment: config.getBoolean("force"),
        placementConstraints: [{ type: "distinctInstance" }],
        taskDefinition: taskDefinition.arn,
        ...(broken === "service" ? { launchType: "EC2" } : {}),
    },
    { dependsOn: [association] },
);

if (broken === "type") {
    new pulumi.CustomResource(
        "aws:s3/bucket:Bucket",
        "bucket",
        {},
        { version: require("@pulumi/aws/package.json").version },
    );
}

exports.clusterTags = cluster.tagsAll;
exports.revision = taskDefinition.revision;
exports.service = service.id;
exports.subnets = network.subnets.apply((subnets) => pulumi.all(subnets.map((subnet) => subnet.cidrBlock)));
