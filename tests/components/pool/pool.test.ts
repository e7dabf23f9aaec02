import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, Pool, type ClusterArgs, type PoolArgs, type PoolReference } from "../../../components";
import { containerInstanceStatements, warmPoolStatements } from "../../../components/iam/container-instance";
import { policyDocument, trustPolicy } from "../../../components/iam/policy";
import { children, recommendedAmiId, register, type Calls, type Registered, type Watch } from "../mocked-engine";
import { failing } from "../refused-lookups";

async function inputsOf(args: ClusterArgs): Promise<Record<string, Record<string, unknown>>> {
    const registered = await register(() => new Cluster("ml", { instanceType: "inf1.xlarge", ...args }));
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

function script(resources: Record<string, Record<string, unknown>>): string {
    return Buffer.from(String(resources["ml-instance-template"]?.["userData"]), "base64").toString();
}

/** What the agent is told of its support for Runtime 1.x, and of image pulls. */
function agentLines(resources: Record<string, Record<string, unknown>>): string[] {
    return script(resources)
        .split("\n")
        .filter((line) => /INF_SUPPORT|IMAGE_PULL/.test(line));
}

const draining = "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config";
const template = { launchTemplateId: "ml-instance-template-id", version: "1" };

describe("pool", () => {
    it("has its own size limits and target", async () => {
        const { "ml-group": group, "inferentia-ml-capacity": provider } = await inputsOf({
            minSize: 1,
            maxSize: 4,
            targetCapacity: 80,
        });
        assert.deepStrictEqual(
            [group?.["minSize"], group?.["maxSize"], provider?.["autoScalingGroupProvider"]],
            [
                1,
                4,
                {
                    autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:ml-group",
                    managedScaling: { status: "ENABLED", targetCapacity: 80 },
                    managedDraining: "ENABLED",
                    managedTerminationProtection: "DISABLED",
                },
            ],
        );
    });

    it("has its own scaling steps, rebalancing and metrics", async () => {
        const { "ml-group": group, "inferentia-ml-capacity": provider } = await inputsOf({
            minimumScalingStepSize: 2,
            maximumScalingStepSize: 4,
            instanceWarmupPeriod: 60,
            spot: true,
            capacityRebalance: true,
            enabledMetrics: ["GroupDesiredCapacity"],
        });
        const { managedScaling } = provider?.["autoScalingGroupProvider"] as Record<string, unknown>;
        assert.deepStrictEqual(
            [managedScaling, group?.["capacityRebalance"], group?.["enabledMetrics"]],
            [
                {
                    status: "ENABLED",
                    targetCapacity: 100,
                    minimumScalingStepSize: 2,
                    maximumScalingStepSize: 4,
                    instanceWarmupPeriod: 60,
                },
                true,
                ["GroupDesiredCapacity"],
            ],
        );
    });

    it("of Inf2 is for libnrt, with its AMI, a volume for its images, and time to extract them", async () => {
        let reference: unknown;
        const registered = await register(() => {
            new Cluster("ml", { instanceType: "inf2.xlarge" }).pool.apply((pool) => (reference = pool));
        });
        const template = children(registered).find(({ name }) => name === "ml-instance-template")?.inputs ?? {};
        const [device] = template["blockDeviceMappings"] as { ebs: Record<string, unknown> }[];
        const { runtime, amiSsmParameter } = reference as PoolReference;
        assert.deepStrictEqual(
            [device?.ebs["volumeSize"], agentLines({ "ml-instance-template": template }), runtime, amiSsmParameter],
            [
                100,
                ["echo ECS_IMAGE_PULL_INACTIVITY_TIMEOUT=600s >> /etc/ecs/ecs.config"],
                "libnrt",
                "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended",
            ],
        );
    });

    it("of Inf1 stays for neuron-rtd, with the volume of the AMI's own size", async () => {
        const resources = await inputsOf({});
        const [device] = resources["ml-instance-template"]?.["blockDeviceMappings"] as { ebs: object }[];
        assert.deepStrictEqual(
            [device?.ebs, agentLines(resources)],
            [
                { volumeType: "gp3", volumeSize: 30, encrypted: "true", deleteOnTermination: "true" },
                ["echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config"],
            ],
        );
    });

    const mixed: [string, ClusterArgs, number, number, string[], boolean][] = [
        ["spot instances alone", { spot: true }, 0, 0, ["inf1.xlarge"], true],
        ["spot instances by an output", { spot: pulumi.output(true) }, 0, 0, ["inf1.xlarge"], true],
        [
            "a base on demand and spot above it",
            { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 25 },
            1,
            25,
            ["inf1.xlarge"],
            true,
        ],
        [
            "several types on demand",
            { instanceType: undefined, instanceTypes: ["inf1.2xlarge", "inf1.xlarge"] },
            0,
            100,
            ["inf1.2xlarge", "inf1.xlarge"],
            false,
        ],
    ];
    for (const [what, args, base, percentage, types, isSpot] of mixed) {
        it(`launches ${what}`, async () => {
            const resources = await inputsOf(args);
            assert.deepStrictEqual(
                [resources["ml-group"]?.["mixedInstancesPolicy"], resources["ml-group"]?.["launchTemplate"]],
                [
                    {
                        instancesDistribution: {
                            onDemandAllocationStrategy: "prioritized",
                            onDemandBaseCapacity: base,
                            onDemandPercentageAboveBaseCapacity: percentage,
                            spotAllocationStrategy: "price-capacity-optimized",
                        },
                        launchTemplate: {
                            launchTemplateSpecification: template,
                            overrides: types.map((instanceType) => ({ instanceType })),
                        },
                    },
                    undefined,
                ],
            );
            assert.equal(resources["ml-instance-template"]?.["instanceType"], types[0]);
            assert.equal(script(resources).includes(draining), isSpot);
        });
    }

    it("replaces its instances when the template changes, protected ones too, where that is chosen", async () => {
        const never = await inputsOf({});
        const refreshed = await inputsOf({ instanceRefresh: "onTemplateChange" });
        assert.deepStrictEqual(
            [never["ml-group"]?.["instanceRefresh"], refreshed["ml-group"]?.["instanceRefresh"]],
            [undefined, { strategy: "Rolling", preferences: { scaleInProtectedInstances: "Refresh" } }],
        );
    });

    it("protects instances from scale-in where that is chosen, and is deleted by force all the same", async () => {
        const { "ml-group": group, "inferentia-ml-capacity": provider } = await inputsOf({
            terminationProtection: true,
        });
        const { managedTerminationProtection } = provider?.["autoScalingGroupProvider"] as Record<string, unknown>;
        assert.deepStrictEqual(
            [group?.["protectFromScaleIn"], group?.["forceDelete"], managedTerminationProtection],
            [true, true, "ENABLED"],
        );
    });

    it("is replaced together with the security group that it holds, and not with one of the caller's", async () => {
        const replacedWith = async (args: ClusterArgs) => {
            const replaceWith: Record<string, readonly string[]> = {};
            await register(() => new Cluster("ml", { instanceType: "inf1.xlarge", ...args }), undefined, false, {
                replaceWith,
            });
            return replaceWith["ml-group"];
        };
        assert.deepStrictEqual(
            [await replacedWith({}), await replacedWith({ securityGroupIds: ["sg-1"] })],
            [["ml-security-group"], []],
        );
    });

    it("has the AMI, the volume and the user data that it is given", async () => {
        const resources = await inputsOf({
            amiId: "ami-01234567",
            rootVolumeSizeGiB: 200,
            rootVolumeIops: 6000,
            rootVolumeThroughput: 500,
            rootVolumeKmsKeyId: "alias/root",
            extraUserData: "echo own",
            canContainersAccessInstanceRole: true,
        });
        const { imageId, blockDeviceMappings } = resources["ml-instance-template"] ?? {};
        assert.deepStrictEqual(
            [imageId, blockDeviceMappings, script(resources)],
            [
                "ami-01234567",
                [
                    {
                        deviceName: "/dev/xvda",
                        ebs: {
                            volumeType: "gp3",
                            volumeSize: 200,
                            iops: 6000,
                            throughput: 500,
                            encrypted: "true",
                            kmsKeyId: "alias/root",
                            deleteOnTermination: "true",
                        },
                    },
                ],
                "#!/bin/bash\n" +
                    "echo ECS_CLUSTER=ml-cluster >> /etc/ecs/ecs.config\n" +
                    "echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config\n" +
                    "echo own\n",
            ],
        );
    });

    it("has a warm pool, whose instances say by its role that they are ready, and have their images", async () => {
        const image = "123456789012.dkr.ecr.us-west-2.amazonaws.com/bert:1";
        const warmPool = { minSize: 1, maxGroupPreparedCapacity: 2 };
        const resources = await alone({ ...ofPool, warmPool, prePull: [image, "bert:1"] });
        const pulls = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
        const statements = (name: string) =>
            (JSON.parse(String(resources[name]?.["policy"])) as { Statement: Record<string, unknown>[] }).Statement;
        const userData = Buffer.from(String(resources["inf-instance-template"]?.["userData"]), "base64").toString();
        assert.deepStrictEqual(
            [
                resources["inf-group"]?.["warmPool"],
                resources["inf-user-data"],
                resources["inf-warm-pool"],
                statements("inf-instance-policy").slice(-2),
                userData.match(/^(?:echo ECS_WARM_POOLS_CHECK|pull .*)/gm),
            ],
            [
                warmPool,
                {
                    name: "ecs-inferentia-user-data",
                    autoscalingGroupName: "inf-group",
                    lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
                    defaultResult: "CONTINUE",
                },
                {
                    role: "inf-instance-role-id",
                    policy: policyDocument(warmPoolStatements("arn:aws:autoscaling:us-east-1:123456789012:inf-group")),
                },
                [
                    { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
                    {
                        Sid: "PullTheImages",
                        Effect: "Allow",
                        Action: pulls,
                        Resource: ["arn:aws:ecr:us-west-2:123456789012:repository/bert"],
                    },
                ],
                ["echo ECS_WARM_POOLS_CHECK", `pull ${image}`, "pull bert:1"],
            ],
        );
    });

    it("of a given role has the hook of a warm pool, and adds nothing to the role", async () => {
        const instanceRoleArn = "arn:aws:iam::123456789012:role/own";
        const resources = await alone({ ...ofPool, warmPool: {}, instanceRoleArn });
        assert.deepStrictEqual(
            [resources["inf-user-data"]?.["autoscalingGroupName"], resources["inf-warm-pool"]],
            ["inf-group", undefined],
        );
    });

    it("lets EC2 assume its role by the name that EC2 has in the partition", async () => {
        const getPartition = () => ({ partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" });
        const resources = await alone(ofPool, { calls: { "aws:index/getPartition:getPartition": getPartition } });
        assert.deepStrictEqual(resources["inf-instance-role"], {
            assumeRolePolicy: trustPolicy("ec2.amazonaws.com.cn"),
        });
    });

    it("creates a role with further policies and a permissions boundary", async () => {
        const boundary = "arn:aws:iam::123456789012:policy/boundary";
        const policyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
        const resources = await inputsOf({ instanceRolePolicyArns: [policyArn], permissionsBoundary: boundary });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy-0"]],
            [
                { assumeRolePolicy: trustPolicy("ec2.amazonaws.com"), permissionsBoundary: boundary },
                { role: "ml-instance-role", policyArn },
            ],
        );
    });

    it("uses a given role as it is, in a profile", async () => {
        const resources = await inputsOf({ instanceRoleArn: "arn:aws:iam::123456789012:role/team/own" });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy"], resources["ml-instance-profile"]],
            [undefined, undefined, { role: "own" }],
        );
    });

    it("uses a given instance profile as it is", async () => {
        const arn = "arn:aws:iam::123456789012:instance-profile/own";
        const resources = await inputsOf({ instanceProfileArn: arn });
        assert.deepStrictEqual(
            [resources["ml-instance-profile"], resources["ml-instance-template"]?.["iamInstanceProfile"]],
            [undefined, { arn }],
        );
    });
});

const ofPool = { clusterName: "shared", instanceType: "inf1.xlarge" } as const;

async function alone(args: PoolArgs, watch: Watch = {}): Promise<Record<string, Record<string, unknown>>> {
    const registered = await register(() => new Pool("inf", args), undefined, false, watch);
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

describe("a pool for a cluster of somebody else", () => {
    it("creates what a pool of a Cluster has, and leaves the cluster and its lists alone", async () => {
        const { "inf-instance-policy": policy, ...resources } = await alone(ofPool);
        assert.deepStrictEqual(
            [Object.keys(resources).sort(), policy],
            [
                [
                    "inf-egress-ipv4",
                    "inf-egress-ipv6",
                    "inf-group",
                    "inf-instance-profile",
                    "inf-instance-role",
                    "inf-instance-template",
                    "inf-security-group",
                    "inferentia-inf-capacity",
                ],
                {
                    role: "inf-instance-role-id",
                    policy: policyDocument(
                        containerInstanceStatements("arn:aws:ecs:us-east-1:123456789012:cluster/shared"),
                    ),
                },
            ],
        );
    });

    it("takes a network of its own", async () => {
        const network = { vpcId: "vpc-01", subnetIds: ["subnet-0b"], securityGroupIds: ["sg-1"] };
        const resources = await alone({ ...ofPool, ...network });
        assert.deepStrictEqual(
            [
                resources["inf-group"]?.["vpcZoneIdentifiers"],
                resources["inf-instance-template"]?.["vpcSecurityGroupIds"],
                resources["inf-security-group"],
            ],
            [["subnet-0b"], ["sg-1"], undefined],
        );
    });

    it("puts out the pool, the name of its capacity provider, and its group", async () => {
        const seen: unknown[] = [];
        await register(() => {
            const { pool, capacityProviderName, autoScalingGroupName, autoScalingGroupArn, ...network } = new Pool(
                "inf",
                ofPool,
            );
            const { vpcId, subnetIds, securityGroupIds } = network;
            const group = [autoScalingGroupName, autoScalingGroupArn];
            pulumi
                .all([pool, capacityProviderName, group, vpcId, subnetIds, securityGroupIds])
                .apply((values) => seen.push(...values));
        });
        assert.deepStrictEqual(seen, [
            {
                poolName: "inf",
                clusterName: "shared",
                clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/shared",
                capacityProviderName: "inferentia-inf-capacity",
                instanceTypes: ["inf1.xlarge"],
                runtime: "neuron-rtd",
                maxSize: 2,
                vpcId: "vpc-0default",
                subnetIds: ["subnet-0a", "subnet-0b"],
                securityGroupIds: ["inf-security-group-id"],
                amiSsmParameter: "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended",
                amiId: recommendedAmiId,
                amiName: "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs",
                autoScalingGroupName: "inf-group",
                autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:inf-group",
                launchTemplateId: "inf-instance-template-id",
                instanceRoleName: "inf-instance-role",
                instanceRoleArn: "arn:aws:iam::123456789012:role/inf-instance-role",
                instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/inf-instance-profile",
            },
            "inferentia-inf-capacity",
            ["inf-group", "arn:aws:autoscaling:us-east-1:123456789012:inf-group"],
            "vpc-0default",
            ["subnet-0a", "subnet-0b"],
            ["inf-security-group-id"],
        ]);
    });

    it("has a getter for its resources", async () => {
        const names: string[] = [];
        await register(() => {
            for (const resource of Object.values(new Pool("inf", ofPool).resources) as pulumi.CustomResource[]) {
                resource.id.apply((id) => names.push(id));
            }
        });
        assert.deepStrictEqual(names.sort(), [
            "inf-group-id",
            "inf-instance-profile-id",
            "inf-instance-role-id",
            "inf-instance-template-id",
            "inf-security-group-id",
            "inferentia-inf-capacity-id",
        ]);
    });

    const refusal = (...problems: string[]) => {
        const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
        return {
            name: "InvalidArgumentsError",
            message: `Pool "inf" has ${count}:\n${problems.map((one) => `  - ${one}`).join("\n")}`,
        };
    };

    it("refuses wrong arguments, all at once", async () => {
        await assert.rejects(
            alone({ clusterName: "arn:aws:ecs:us-east-1:123456789012:cluster/shared", vpcId: "vpc-01", minSize: 3 }),
            refusal(
                'clusterName is "arn:aws:ecs:us-east-1:123456789012:cluster/shared", but must be the name of a ' +
                    "cluster, no ARN: 1 to 255 letters, digits, hyphens and underscores",
                "instanceType is missing; give one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, " +
                    "inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
                "maxSize is 2, but must be at least minSize, which is 3; raise maxSize or lower minSize",
                "subnetIds is missing, although vpcId is given; give both, or neither",
            ),
        );
    });

    it("refuses wrong outputs once, before it registers a child", async () => {
        let registered: readonly Registered[] = [];
        await assert.rejects(
            register(
                () => new Pool("inf", { ...ofPool, rootVolumeSizeGiB: pulumi.output(1) }),
                (so) => (registered = children(so)),
            ),
            refusal("rootVolumeSizeGiB is 1, but must be a whole number from 30 to 16384 GiB"),
        );
        assert.deepStrictEqual(registered, []);
    });

    const getCluster = "aws:ecs/getCluster:getCluster";
    const lookups: [string, PoolArgs, Calls, string][] = [
        [
            "a cluster that is not there",
            ofPool,
            { [getCluster]: failing("reading ECS Cluster (shared): couldn't find resource") },
            'clusterName is "shared": the region has no such active cluster; give the name of one',
        ],
        [
            "a cluster that has been deleted",
            ofPool,
            { [getCluster]: () => ({ arn: "arn", status: "INACTIVE" }) },
            'clusterName is "shared", which is INACTIVE: the region has no such active cluster; give the name of one',
        ],
        [
            "an AMI's parameter that names none",
            { ...ofPool, amiSsmParameter: "/own/broken" },
            {},
            'amiSsmParameter is "/own/broken", whose value must be an AMI id such as ami-0123456789abcdef0, or a JSON ' +
                "document with image_id; name another parameter, or give amiId",
        ],
    ];
    for (const [what, args, calls, problem] of lookups) {
        it(`refuses ${what}, by the argument's name`, () => assert.rejects(alone(args, { calls }), refusal(problem)));
    }
});
