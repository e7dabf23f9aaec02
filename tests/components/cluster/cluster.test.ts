import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, Service, TaskDefinition, type ClusterArgs } from "../../../components";
import { containerInstanceStatements } from "../../../components/iam/container-instance";
import { policyDocument, trustPolicy } from "../../../components/iam/policy";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { children, recommendedAmiId, register, type Registered } from "../mocked-engine";

const account = "123456789012";
const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:${account}:${name}`;

/** Everything that the smallest program makes, by name. */
const smallest: Record<string, object> = {
    "inferentia-ml-capacity": {
        autoScalingGroupProvider: {
            autoScalingGroupArn: arn("autoscaling", "ml-group"),
            managedScaling: { status: "ENABLED", targetCapacity: 100 },
            managedDraining: "ENABLED",
            managedTerminationProtection: "DISABLED",
        },
    },
    "ml-capacity-association": {
        clusterName: "ml-cluster",
        capacityProviders: ["inferentia-ml-capacity"],
        defaultCapacityProviderStrategies: [{ capacityProvider: "inferentia-ml-capacity", base: 0, weight: 1 }],
    },
    "ml-cluster": {
        settings: [{ name: "containerInsights", value: "enabled" }],
        configuration: {
            executeCommandConfiguration: {
                logging: "OVERRIDE",
                logConfiguration: { cloudWatchLogGroupName: "ml-execute-command" },
            },
        },
    },
    "ml-egress-ipv4": { securityGroupId: "ml-security-group-id", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
    "ml-egress-ipv6": { securityGroupId: "ml-security-group-id", ipProtocol: "-1", cidrIpv6: "::/0" },
    "ml-execute-command": { retentionInDays: 30 },
    "ml-group": {
        minSize: 0,
        maxSize: 2,
        vpcZoneIdentifiers: ["subnet-0a", "subnet-0b"],
        launchTemplate: { id: "ml-instance-template-id", version: "1" },
        healthCheckType: "EC2",
        protectFromScaleIn: false,
        forceDelete: true,
        tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
    },
    "ml-instance-policy": {
        role: "ml-instance-role-id",
        policy: policyDocument(containerInstanceStatements(arn("ecs", "ml-cluster"))),
    },
    "ml-instance-profile": { role: "ml-instance-role" },
    "ml-instance-role": { assumeRolePolicy: trustPolicy("ec2.amazonaws.com") },
    "ml-instance-template": {
        imageId: recommendedAmiId,
        instanceType: "inf1.xlarge",
        iamInstanceProfile: { arn: `arn:aws:iam::${account}:instance-profile/ml-instance-profile` },
        vpcSecurityGroupIds: ["ml-security-group-id"],
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 },
        blockDeviceMappings: [
            {
                deviceName: "/dev/xvda",
                ebs: { volumeType: "gp3", volumeSize: 30, encrypted: "true", deleteOnTermination: "true" },
            },
        ],
        userData: userData("ml-cluster"),
        tagSpecifications: ["instance", "volume"].map((resourceType) => ({
            resourceType,
            tags: { Name: "ml-instance" },
        })),
        updateDefaultVersion: true,
    },
    "ml-security-group": {
        vpcId: "vpc-0default",
        description: "Inferentia container instances: no ingress, all egress",
    },
};

function userData(clusterName: string): string {
    const script = inferentiaUserData({
        clusterName,
        runtime: "neuron-rtd",
        spotInstanceDraining: false,
        canContainersAccessInstanceRole: false,
        extraUserData: undefined,
    });
    return Buffer.from(script).toString("base64");
}

function byName(registered: readonly Registered[]): Record<string, object> {
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

async function inputsOf(args: ClusterArgs): Promise<Record<string, object>> {
    return byName(await register(() => new Cluster("ml", args)));
}

/** What a pool consists of, by the prefix of its resources. */
const parts = (prefix: string) => ({
    autoScalingGroupName: `${prefix}-group`,
    autoScalingGroupArn: arn("autoscaling", `${prefix}-group`),
    launchTemplateId: `${prefix}-instance-template-id`,
    instanceRoleName: `${prefix}-instance-role`,
    instanceRoleArn: `arn:aws:iam::123456789012:role/${prefix}-instance-role`,
    instanceProfileArn: `arn:aws:iam::123456789012:instance-profile/${prefix}-instance-profile`,
});

const facts = {
    ...parts("ml"),
    poolName: "ml",
    clusterName: "ml-cluster",
    clusterArn: arn("ecs", "ml-cluster"),
    capacityProviderName: "inferentia-ml-capacity",
    instanceTypes: ["inf1.xlarge"],
    runtime: "neuron-rtd",
    maxSize: 2,
    vpcId: "vpc-0default",
    subnetIds: ["subnet-0a", "subnet-0b"],
    securityGroupIds: ["ml-security-group-id"],
    amiSsmParameter: "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended",
    amiId: recommendedAmiId,
    amiName: "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs",
    executeCommandLogGroupArn: arn("cloudwatch", "ml-execute-command"),
    executeCommandKmsKeyArn: undefined,
};

describe("Cluster", () => {
    it("needs only an instance type: default subnets in zones with it, the recommended AMI, pool from 0 to 2", async () => {
        assert.deepStrictEqual(await inputsOf({ instanceType: "inf1.xlarge" }), smallest);
    });

    it("takes every setting of a cluster", async () => {
        const tags = { team: "ml" };
        const resources = await inputsOf({
            instanceType: "inf1.xlarge",
            clusterName: "inference",
            containerInsights: "enhanced",
            executeCommandKmsKeyId: "alias/exec",
            logRetentionInDays: 7,
            logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0",
            tags,
        });
        assert.deepStrictEqual(
            [resources["ml-cluster"], resources["ml-execute-command"], resources["ml-security-group"]],
            [
                {
                    name: "inference",
                    settings: [{ name: "containerInsights", value: "enhanced" }],
                    configuration: {
                        executeCommandConfiguration: {
                            kmsKeyId: "alias/exec",
                            logging: "OVERRIDE",
                            logConfiguration: { cloudWatchLogGroupName: "ml-execute-command" },
                        },
                    },
                    tags,
                },
                { retentionInDays: 7, kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/0", tags },
                { ...smallest["ml-security-group"], tags },
            ],
        );
    });

    it("creates several pools, each with its own resources and with its own tags on top of the cluster's", async () => {
        const resources = await inputsOf({
            pools: {
                small: { instanceType: "inf1.xlarge", maxSize: 10 },
                large: { instanceType: "inf2.24xlarge", runtime: "libnrt", spot: true, tags: { pool: "large" } },
            },
            otherCapacityProviders: ["FARGATE"],
            tags: { team: "ml" },
        });
        assert.deepStrictEqual(
            Object.keys(resources)
                .filter((name) => name.includes("small"))
                .map((name) => name.replace("small", "large")),
            Object.keys(resources).filter((name) => name.includes("large")),
        );
        const { tags: small } = resources["ml-small-group"] as { tags: { key: string; value: string }[] };
        const { tags: large } = resources["ml-large-group"] as { tags: { key: string; value: string }[] };
        assert.deepStrictEqual(
            [small, large].map((tags) => tags.map(({ key, value }) => [key, value])),
            [
                [
                    ["AmazonECSManaged", "true"],
                    ["team", "ml"],
                ],
                [
                    ["AmazonECSManaged", "true"],
                    ["team", "ml"],
                    ["pool", "large"],
                ],
            ],
        );
        assert.deepStrictEqual(resources["ml-capacity-association"], {
            clusterName: "ml-cluster",
            capacityProviders: ["inferentia-ml-small-capacity", "inferentia-ml-large-capacity", "FARGATE"],
            defaultCapacityProviderStrategies: [],
        });
    });

    it("uses a given VPC, subnets and security groups, and creates no security group", async () => {
        const given = { subnetIds: ["subnet-0b"], securityGroupIds: ["sg-1"] };
        const resources = await inputsOf({ instanceType: "inf1.xlarge", vpcId: "vpc-01", ...given });
        const { vpcZoneIdentifiers } = resources["ml-group"] as { vpcZoneIdentifiers: string[] };
        const { vpcSecurityGroupIds } = resources["ml-instance-template"] as { vpcSecurityGroupIds: string[] };
        assert.deepStrictEqual(
            [vpcZoneIdentifiers, vpcSecurityGroupIds, resources["ml-security-group"], resources["ml-egress-ipv4"]],
            [["subnet-0b"], ["sg-1"], undefined, undefined],
        );
    });

    it("puts out the pool of its one pool", async () => {
        const seen: unknown[] = [];
        await register(() => {
            const { pool, pools } = new Cluster("ml", { instanceType: "inf1.xlarge" });
            pulumi.all([pool, pools]).apply((values) => seen.push(...values));
        });
        assert.deepStrictEqual(seen, [facts, { ml: facts }]);
    });

    const small = {
        ...facts,
        ...parts("ml-small"),
        poolName: "ml-small",
        capacityProviderName: "inferentia-ml-small-capacity",
        amiSsmParameter: undefined,
        amiId: "ami-01234567",
        amiName: undefined,
        executeCommandKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0a1b",
    };
    const named = { small: { instanceType: "inf1.xlarge", amiId: "ami-01234567" } } as const;

    /** The outputs `pool` and `pools` of a cluster. */
    async function poolsOf(args: ClusterArgs): Promise<unknown[]> {
        const seen: unknown[] = [];
        await register(() => {
            const { pool, pools } = new Cluster("ml", { executeCommandKmsKeyId: "alias/exec", ...args });
            pulumi.all([pool, pools]).apply((values) => seen.push(...values));
        });
        return seen;
    }

    it("puts out the one pool of pools as its pool too", async () => {
        assert.deepStrictEqual(await poolsOf({ pools: named }), [small, { small }]);
    });

    it("puts out the pool of each of several pools, and no single one", async () => {
        const large = {
            ...small,
            ...parts("ml-large"),
            poolName: "ml-large",
            capacityProviderName: "inferentia-ml-large-capacity",
        };
        assert.deepStrictEqual(await poolsOf({ pools: { ...named, large: named.small } }), [
            undefined,
            { small, large },
        ]);
    });

    it("refuses its single pool, where it has several, at the component that is given it", async () => {
        const several = { pools: { ...named, large: named.small } };
        const containers = [{ name: "bert", image: "bert:1" }];
        const problem =
            '  - pool is that of Cluster "ml", which has several pools; give one of the cluster\'s pools: small, large';
        const users: [string, (pool: Cluster["pool"]) => unknown][] = [
            ['TaskDefinition "bert"', (pool) => new TaskDefinition("bert", { pool, containers })],
            [
                'Service "bert"',
                (pool) => new Service("bert", { pool, task: { taskDefinitionArn: "arn:aws:ecs:a:1:b" } }),
            ],
        ];
        for (const [user, use] of users) {
            await assert.rejects(
                register(() => use(new Cluster("ml", several).pool)),
                (error: Error) => error.message.startsWith(`${user} has `) && error.message.includes(problem),
            );
        }
    });

    it("has a getter for each resource that it created", async () => {
        const names: unknown[] = [];
        await register(() => {
            const { cluster, association, securityGroup, executeCommandLogGroup, poolResources } = new Cluster("ml", {
                instanceType: "inf1.xlarge",
            });
            const resources = { cluster, association, securityGroup, executeCommandLogGroup, ...poolResources["ml"] };
            for (const [key, resource] of Object.entries(resources)) {
                resource?.id.apply((id) => names.push([key, id]));
            }
        });
        assert.deepStrictEqual(names.sort(), [
            ["association", "ml-capacity-association-id"],
            ["autoScalingGroup", "ml-group-id"],
            ["capacityProvider", "inferentia-ml-capacity-id"],
            ["cluster", "ml-cluster-id"],
            ["executeCommandLogGroup", "ml-execute-command-id"],
            ["instanceProfile", "ml-instance-profile-id"],
            ["instanceRole", "ml-instance-role-id"],
            ["launchTemplate", "ml-instance-template-id"],
            ["securityGroup", "ml-security-group-id"],
        ]);
    });
});
