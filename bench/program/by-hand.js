// What components.js registers, by hand: the same resources, and the same lookups, each as early as it can be made.
const { Group } = require("@pulumi/aws/autoscaling");
const { LogGroup } = require("@pulumi/aws/cloudwatch");
const ec2 = require("@pulumi/aws/ec2");
const ecs = require("@pulumi/aws/ecs");
const { getPartition } = require("@pulumi/aws/getPartition");
const { getRegion } = require("@pulumi/aws/getRegion");
const iam = require("@pulumi/aws/iam");
const { getParameter } = require("@pulumi/aws/ssm");
const { SecurityGroupEgressRule } = require("@pulumi/aws/vpc");
const pulumi = require("@pulumi/pulumi");

const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1";
const family = `${pulumi.getProject()}-${pulumi.getStack()}-bert`;
const trust = (service) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
    });
const policyOf = (Statement) => JSON.stringify({ Version: "2012-10-17", Statement });

const region = getRegion({});
const partition = getPartition({});
const vpcId = ec2.getVpc({ default: true }).then(({ id }) => id);
const zones = ec2.getInstanceTypeOfferings({
    filters: [{ name: "instance-type", values: ["inf1.xlarge"] }],
    locationType: "availability-zone",
});
const subnetIds = Promise.all([vpcId, zones]).then(async ([vpc, { locations }]) => {
    const filters = { "vpc-id": [vpc], "default-for-az": ["true"], "availability-zone": locations.sort() };
    const { ids } = await ec2.getSubnets({
        filters: Object.entries(filters).map(([name, values]) => ({ name, values })),
    });
    return ids;
});
const ami = getParameter({ name: "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended" }).then(
    ({ value }) => JSON.parse(value).image_id,
);

const sessions = new LogGroup("ml-execute-command", { retentionInDays: 30 });
const cluster = new ecs.Cluster("ml-cluster", {
    settings: [{ name: "containerInsights", value: "enabled" }],
    configuration: {
        executeCommandConfiguration: {
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchLogGroupName: sessions.name },
        },
    },
});
const securityGroup = new ec2.SecurityGroup("ml-security-group", { vpcId, description: "no ingress, all egress" });
const rules = [{ cidrIpv4: "0.0.0.0/0" }, { cidrIpv6: "::/0" }].map(
    (cidr, at) =>
        new SecurityGroupEgressRule(`ml-egress-${at}`, {
            securityGroupId: securityGroup.id,
            ipProtocol: "-1",
            ...cidr,
        }),
);
const instanceRole = new iam.Role("ml-instance-role", { assumeRolePolicy: trust("ec2.amazonaws.com") });
const instancePolicy = new iam.RolePolicy("ml-instance-policy", {
    role: instanceRole.id,
    policy: cluster.arn.apply((arn) =>
        policyOf([{ Effect: "Allow", Action: ["ecs:RegisterContainerInstance", "ecs:Poll"], Resource: arn }]),
    ),
});
const profile = new iam.InstanceProfile("ml-instance-profile", { role: instanceRole.name });
const template = new ec2.LaunchTemplate(
    "ml-instance-template",
    {
        imageId: ami,
        instanceType: "inf1.xlarge",
        iamInstanceProfile: { arn: profile.arn },
        vpcSecurityGroupIds: [securityGroup.id],
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 },
        blockDeviceMappings: [
            {
                deviceName: "/dev/xvda",
                ebs: { volumeType: "gp3", volumeSize: 30, encrypted: "true", deleteOnTermination: "true" },
            },
        ],
        userData: cluster.name.apply((name) =>
            Buffer.from(`#!/bin/bash\necho ECS_CLUSTER=${name} >> /etc/ecs/ecs.config\n`).toString("base64"),
        ),
        tagSpecifications: ["instance", "volume"].map((resourceType) => ({
            resourceType,
            tags: { Name: "ml-instance" },
        })),
        updateDefaultVersion: true,
    },
    { dependsOn: [instancePolicy, ...rules] },
);
const group = new Group(
    "ml-group",
    {
        minSize: 0,
        maxSize: 2,
        vpcZoneIdentifiers: subnetIds,
        launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
        healthCheckType: "EC2",
        protectFromScaleIn: false,
        forceDelete: true,
        tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
    },
    { ignoreChanges: ["desiredCapacity"] },
);
const provider = new ecs.CapacityProvider("inferentia-ml-capacity", {
    autoScalingGroupProvider: {
        autoScalingGroupArn: group.arn,
        managedScaling: { status: "ENABLED", targetCapacity: 100 },
        managedDraining: "ENABLED",
        managedTerminationProtection: "DISABLED",
    },
});
const association = new ecs.ClusterCapacityProviders("ml-capacity-association", {
    clusterName: cluster.name,
    capacityProviders: [provider.name],
    defaultCapacityProviderStrategies: [{ capacityProvider: provider.name, base: 0, weight: 1 }],
});

const logs = new LogGroup("bert-logs", { name: `/ecs/${family}`, retentionInDays: 30 });
const executionRole = new iam.Role("bert-execution-role", { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
const executionPolicy = new iam.RolePolicy("bert-execution-policy", {
    role: executionRole.id,
    policy: pulumi.all([logs.arn, partition]).apply(([arn, { partition: of }]) =>
        policyOf([
            { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
            {
                Effect: "Allow",
                Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                Resource: `arn:${of}:ecr:us-east-1:123456789012:repository/bert`,
            },
            { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${arn}:*` },
        ]),
    ),
});
const log = (prefix) =>
    region.then(({ region: name }) => ({
        logDriver: "awslogs",
        options: { "awslogs-group": `/ecs/${family}`, "awslogs-region": name, "awslogs-stream-prefix": prefix },
    }));
const task = new ecs.TaskDefinition(
    "bert-task",
    {
        family,
        executionRoleArn: executionRole.arn,
        containerDefinitions: pulumi
            .output([
                {
                    name: "bert",
                    image,
                    essential: true,
                    memoryReservation: 1000,
                    portMappings: [{ containerPort: 8501 }],
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                    mountPoints: [{ sourceVolume: "neuron-rtd-socket", containerPath: "/sock" }],
                    dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
                    logConfiguration: log("bert"),
                },
                {
                    name: "neuron-rtd",
                    image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                    essential: true,
                    memoryReservation: 1000,
                    command: ["neuron-rtd", "-g", "unix:/sock/neuron-rtd.sock"],
                    environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
                    linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
                    mountPoints: [{ sourceVolume: "neuron-rtd-socket", containerPath: "/sock" }],
                    logConfiguration: log("neuron-rtd"),
                },
            ])
            .apply(JSON.stringify),
        volumes: [{ name: "neuron-rtd-socket", dockerVolumeConfiguration: { scope: "task", driver: "local" } }],
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
    },
    { dependsOn: [logs, executionPolicy] },
);
new ecs.Service(
    "bert-service",
    {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        capacityProviderStrategies: [{ capacityProvider: provider.name, weight: 1 }],
        placementConstraints: [
            { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" },
            { type: "distinctInstance" },
        ],
        desiredCount: 1,
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        waitForSteadyState: true,
    },
    { dependsOn: association },
);
