import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { InferentiaCluster, type InferentiaClusterArgs } from "../../components";
import { containerInstanceStatements } from "../../components/iam/container-instance";
import { policyDocument, trustPolicy } from "../../components/iam/policy";
import { inf1UserData } from "../../components/launch-template/user-data";
import { children, recommendedAmiId, register } from "./mocked-engine";

/** Arguments as plain values, so that expectations can be computed from them. */
type PlainArgs = pulumi.Unwrap<InferentiaClusterArgs>;

const tags = { team: "ml" };
const given: PlainArgs = {
    instanceType: "inf1.6xlarge",
    clusterName: "inference",
    vpcId: "vpc-01",
    subnetIds: ["subnet-01", "subnet-02"],
    minSize: 1,
    maxSize: 4,
    targetCapacityPercent: 80,
    amiId: "ami-01234567",
    rootVolumeSizeGiB: 100,
    extraUserData: "echo ECS_LOGLEVEL=debug >> /etc/ecs/ecs.config",
    instanceRolePolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    additionalCapacityProviders: ["FARGATE"],
    containerInsights: "enhanced",
    executeCommandKmsKeyId: "alias/exec",
    logRetentionInDays: 7,
    tags,
};

interface Expected {
    readonly clusterName: string | undefined;
    readonly vpcId: string;
    readonly subnetIds: string[];
    readonly args: PlainArgs;
    readonly tagged: object;
}

function expectedChildren({ clusterName, vpcId, subnetIds, args, tagged }: Expected): object[] {
    const physicalName = clusterName ?? "ml-cluster";
    const clusterArn = `arn:aws:ecs:us-east-1:123456789012:${physicalName}`;
    const instanceTags = { Name: "ml-instance", ...args.tags };
    return [
        {
            type: "aws:ecs/capacityProvider:CapacityProvider",
            name: "inf1-ml-capacity",
            inputs: {
                autoScalingGroupProvider: {
                    autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:ml-group",
                    managedScaling: { status: "ENABLED", targetCapacity: args.targetCapacityPercent ?? 100 },
                    managedDraining: "ENABLED",
                    managedTerminationProtection: "DISABLED",
                },
                ...tagged,
            },
        },
        {
            type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
            name: "ml-capacity-association",
            inputs: {
                clusterName: physicalName,
                capacityProviders: ["inf1-ml-capacity", ...(args.additionalCapacityProviders ?? [])],
            },
        },
        {
            type: "aws:ecs/cluster:Cluster",
            name: "ml-cluster",
            inputs: {
                ...(clusterName && { name: clusterName }),
                settings: [{ name: "containerInsights", value: args.containerInsights ?? "enabled" }],
                configuration: {
                    executeCommandConfiguration: {
                        ...(args.executeCommandKmsKeyId && { kmsKeyId: args.executeCommandKmsKeyId }),
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "ml-execute-command" },
                    },
                },
                ...tagged,
            },
        },
        {
            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            name: "ml-egress-ipv4",
            inputs: { securityGroupId: "ml-security-group-id", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0", ...tagged },
        },
        {
            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            name: "ml-egress-ipv6",
            inputs: { securityGroupId: "ml-security-group-id", ipProtocol: "-1", cidrIpv6: "::/0", ...tagged },
        },
        {
            type: "aws:cloudwatch/logGroup:LogGroup",
            name: "ml-execute-command",
            inputs: { retentionInDays: args.logRetentionInDays ?? 30, ...tagged },
        },
        {
            type: "aws:autoscaling/group:Group",
            name: "ml-group",
            inputs: {
                minSize: args.minSize ?? 0,
                maxSize: args.maxSize ?? 2,
                vpcZoneIdentifiers: subnetIds,
                launchTemplate: { id: "ml-instance-template-id", version: "1" },
                healthCheckType: "EC2",
                forceDelete: true,
                tags: Object.entries({ AmazonECSManaged: "true", ...args.tags }).map(([key, value]) => ({
                    key,
                    value,
                    propagateAtLaunch: true,
                })),
            },
        },
        {
            type: "aws:iam/rolePolicy:RolePolicy",
            name: "ml-instance-policy",
            inputs: { role: "ml-instance-role-id", policy: policyDocument(containerInstanceStatements(clusterArn)) },
        },
        ...(args.instanceRolePolicyArns ?? []).map((policyArn, index) => ({
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            name: `ml-instance-policy-${index}`,
            inputs: { role: "ml-instance-role", policyArn },
        })),
        {
            type: "aws:iam/instanceProfile:InstanceProfile",
            name: "ml-instance-profile",
            inputs: { role: "ml-instance-role", ...tagged },
        },
        {
            type: "aws:iam/role:Role",
            name: "ml-instance-role",
            inputs: { assumeRolePolicy: trustPolicy("ec2.amazonaws.com"), ...tagged },
        },
        {
            type: "aws:ec2/launchTemplate:LaunchTemplate",
            name: "ml-instance-template",
            inputs: {
                imageId: args.amiId ?? recommendedAmiId,
                instanceType: args.instanceType,
                iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/ml-instance-profile" },
                vpcSecurityGroupIds: ["ml-security-group-id"],
                metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 },
                blockDeviceMappings: [
                    {
                        deviceName: "/dev/xvda",
                        ebs: {
                            volumeType: "gp3",
                            volumeSize: args.rootVolumeSizeGiB ?? 30,
                            encrypted: "true",
                            deleteOnTermination: "true",
                        },
                    },
                ],
                userData: Buffer.from(inf1UserData(physicalName, args.extraUserData)).toString("base64"),
                tagSpecifications: [
                    { resourceType: "instance", tags: instanceTags },
                    { resourceType: "volume", tags: instanceTags },
                ],
                updateDefaultVersion: true,
                ...tagged,
            },
        },
        {
            type: "aws:ec2/securityGroup:SecurityGroup",
            name: "ml-security-group",
            inputs: { vpcId, description: "Inf1 container instances: no ingress, all egress", ...tagged },
        },
    ];
}

describe("InferentiaCluster", () => {
    it("needs only an instance type: the default VPC, the recommended AMI, capacity from 0 to 2", async () => {
        const args: PlainArgs = { instanceType: "inf1.xlarge" };
        const registered = await register(() => new InferentiaCluster("ml", args));
        assert.deepStrictEqual(
            children(registered),
            expectedChildren({
                clusterName: undefined,
                vpcId: "vpc-0default",
                subnetIds: ["subnet-0a", "subnet-0b"],
                args,
                tagged: {},
            }),
        );
    });

    it("takes everything that can be given", async () => {
        const registered = await register(() => new InferentiaCluster("ml", given));
        assert.deepStrictEqual(
            children(registered),
            expectedChildren({
                clusterName: "inference",
                vpcId: "vpc-01",
                subnetIds: ["subnet-01", "subnet-02"],
                args: given,
                tagged: { tags },
            }),
        );
    });

    it("tells what it made", async () => {
        let outputs: unknown;
        await register(() => {
            const cluster = new InferentiaCluster("ml", given);
            const named = Object.fromEntries(
                Object.entries(cluster).filter(([key]) => key !== "urn" && !key.startsWith("__")),
            );
            pulumi.output(named).apply((values) => (outputs = values));
        });
        assert.deepStrictEqual(outputs, {
            clusterName: "inference",
            clusterArn: "arn:aws:ecs:us-east-1:123456789012:inference",
            capacityProviderName: "inf1-ml-capacity",
            autoScalingGroupName: "ml-group",
            launchTemplateId: "ml-instance-template-id",
            amiId: "ami-01234567",
            instanceType: "inf1.6xlarge",
            securityGroupId: "ml-security-group-id",
            instanceRoleName: "ml-instance-role",
            executeCommandLogGroupArn: "arn:aws:cloudwatch:us-east-1:123456789012:ml-execute-command",
            vpcId: "vpc-01",
            subnetIds: ["subnet-01", "subnet-02"],
        });
    });

    it("grants the instances no more than joining this one cluster", () => {
        assert.deepStrictEqual(containerInstanceStatements("CLUSTER"), [
            { Sid: "FindTheEndpoint", Effect: "Allow", Action: ["ecs:DiscoverPollEndpoint"], Resource: "*" },
            {
                Sid: "JoinTheCluster",
                Effect: "Allow",
                Action: [
                    "ecs:RegisterContainerInstance",
                    "ecs:DeregisterContainerInstance",
                    "ecs:SubmitTaskStateChange",
                    "ecs:SubmitContainerStateChange",
                    "ecs:SubmitAttachmentStateChanges",
                ],
                Resource: "CLUSTER",
            },
            {
                Sid: "RunItsTasks",
                Effect: "Allow",
                Action: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
                Resource: "*",
                Condition: { ArnEquals: { "ecs:cluster": "CLUSTER" } },
            },
        ]);
    });

    const wrong: [string, object, string[]][] = [
        [
            "an instance type that is not Inf1",
            { instanceType: "inf2.xlarge" },
            [
                'instanceType is "inf2.xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
                    "inf1.24xlarge",
            ],
        ],
        [
            "an instance type in upper case",
            { instanceType: "Inf1.xlarge" },
            [
                'instanceType is "Inf1.xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
                    "inf1.24xlarge",
            ],
        ],
        [
            "no instance type",
            { instanceType: undefined },
            ["instanceType is missing; give one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge"],
        ],
        [
            "a cluster name with a blank",
            { clusterName: "my cluster" },
            ['clusterName is "my cluster", but must be 1 to 255 letters, digits, hyphens and underscores'],
        ],
        [
            "a VPC without subnets",
            { subnetIds: undefined },
            ["subnetIds is missing, although vpcId is given; give both, or neither"],
        ],
        [
            "subnets without a VPC",
            { vpcId: undefined },
            ["vpcId is missing, although subnetIds is given; give both, or neither"],
        ],
        ["no subnet", { subnetIds: [] }, ["subnetIds is empty, but must be a list with at least one subnet id"]],
        ["a negative size", { minSize: -1 }, ["minSize is -1, but must be a whole number from 0 to 5000 instances"]],
        ["half an instance", { maxSize: 1.5 }, ["maxSize is 1.5, but must be a whole number from 1 to 5000 instances"]],
        [
            "a least size above the most",
            { minSize: 5 },
            ["maxSize is 4, but must be at least minSize, which is 5; raise maxSize or lower minSize"],
        ],
        [
            "a target beyond 100 percent",
            { targetCapacityPercent: 101 },
            ["targetCapacityPercent is 101, but must be a whole number from 1 to 100 percent"],
        ],
        [
            "an AMI id and a parameter",
            { amiSsmParameter: "/own/ami" },
            ["amiId is given together with amiSsmParameter; give only one of the two"],
        ],
        [
            "an AMI id that is none",
            { amiId: "ami-1" },
            ['amiId is "ami-1", but must be an AMI id: ami- and 8 or 17 hexadecimal digits'],
        ],
        [
            "a root volume smaller than the AMI's",
            { rootVolumeSizeGiB: 8 },
            ["rootVolumeSizeGiB is 8, but must be a whole number from 30 to 16384 GiB"],
        ],
        [
            "user data that replaces the agent's configuration",
            { extraUserData: "echo ECS_CLUSTER=other > /etc/ecs/ecs.config" },
            ["extraUserData replaces /etc/ecs/ecs.config, which holds the cluster's name; append to it with >>"],
        ],
        [
            "user data that turns Inferentia support off",
            { extraUserData: "echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config" },
            [
                "extraUserData turns ECS_ENABLE_INF_SUPPORT off, without which no task reaches a chip; leave that " +
                    "line out",
            ],
        ],
        [
            "user data with its own first line",
            { extraUserData: "#!/bin/sh\ntrue" },
            [
                "extraUserData starts a script or a MIME document of its own, but must be shell lines; leave out " +
                    "the first line",
            ],
        ],
        [
            "another Container Insights value",
            { containerInsights: "on" },
            ['containerInsights is "on", but must be one of enabled, enhanced, disabled'],
        ],
        [
            "a retention that CloudWatch Logs does not know",
            { logRetentionInDays: 31 },
            [
                "logRetentionInDays is 31, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, " +
                    "400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (0 keeps for ever)",
            ],
        ],
        [
            "several at once",
            { instanceType: "p3.2xlarge", minSize: -1, targetCapacityPercent: 0 },
            [
                'instanceType is "p3.2xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
                    "inf1.24xlarge",
                "minSize is -1, but must be a whole number from 0 to 5000 instances",
                "targetCapacityPercent is 0, but must be a whole number from 1 to 100 percent",
            ],
        ],
    ];

    for (const [what, change, problems] of wrong) {
        const message =
            'InferentiaCluster "ml" has ' +
            `${problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`}:\n${problems.map((one) => `  - ${one}`).join("\n")}`;

        it(`refuses ${what}, before it registers a child`, async () => {
            let registered: readonly unknown[] = [];
            await assert.rejects(
                register(
                    () => new InferentiaCluster("ml", { ...given, ...change }),
                    (so) => (registered = children(so)),
                ),
                { name: "InvalidArgumentsError", message },
            );
            assert.deepStrictEqual(registered, []);
        });
    }

    it("refuses wrong outputs as soon as they are known, before it registers a child", async () => {
        let registered: readonly unknown[] = [];
        const args = { ...given, minSize: pulumi.output(5), targetCapacityPercent: pulumi.secret(0) };
        await assert.rejects(
            register(
                () => new InferentiaCluster("ml", args),
                (so) => (registered = children(so)),
            ),
            {
                message:
                    'InferentiaCluster "ml" has 2 wrong arguments:\n' +
                    "  - maxSize is 4, but must be at least minSize, which is 5; raise maxSize or lower minSize\n" +
                    "  - targetCapacityPercent is 0, but must be a whole number from 1 to 100 percent",
            },
        );
        assert.deepStrictEqual(registered, []);
    });

    it("refuses a parameter that names no AMI", async () => {
        await assert.rejects(
            register(
                () => new InferentiaCluster("ml", { instanceType: "inf1.xlarge", amiSsmParameter: "/own/broken" }),
            ),
            {
                message:
                    'error serializing property "imageId": Inf1LaunchTemplate "ml-instance" has a wrong argument:\n' +
                    '  - amiSsmParameter is "/own/broken", whose value must be an AMI id such as ' +
                    "ami-0123456789abcdef0, " +
                    "or a JSON document with image_id; name another parameter, or give amiId",
            },
        );
    });

    it("takes a parameter that holds a plain AMI id", async () => {
        const registered = await register(
            () => new InferentiaCluster("ml", { instanceType: "inf1.xlarge", amiSsmParameter: "/own/ami" }),
        );
        assert.equal(
            registered.find(({ name }) => name === "ml-instance-template")?.inputs["imageId"],
            "ami-0fedcba9876543210",
        );
    });
});
