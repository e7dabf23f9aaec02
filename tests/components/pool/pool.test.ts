import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, type ClusterArgs } from "../../../components";
import { trustPolicy } from "../../../components/iam/policy";
import { children, register } from "../mocked-engine";

async function made(args: ClusterArgs): Promise<Record<string, Record<string, unknown>>> {
    const registered = await register(() => new Cluster("ml", { instanceType: "inf1.xlarge", ...args }));
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

function script(resources: Record<string, Record<string, unknown>>): string {
    return Buffer.from(String(resources["ml-instance-template"]?.["userData"]), "base64").toString();
}

const draining = "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config";
const template = { launchTemplateId: "ml-instance-template-id", version: "1" };

describe("pool", () => {
    it("has its own size limits and target", async () => {
        const { "ml-group": group, "inferentia-ml-capacity": provider } = await made({
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
            const resources = await made(args);
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
        const never = await made({});
        const refreshed = await made({ instanceRefresh: "onTemplateChange" });
        assert.deepStrictEqual(
            [never["ml-group"]?.["instanceRefresh"], refreshed["ml-group"]?.["instanceRefresh"]],
            [undefined, { strategy: "Rolling", preferences: { scaleInProtectedInstances: "Refresh" } }],
        );
    });

    it("protects instances from scale-in where that is chosen, and is deleted by force all the same", async () => {
        const { "ml-group": group, "inferentia-ml-capacity": provider } = await made({ terminationProtection: true });
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
        const resources = await made({
            amiId: "ami-01234567",
            rootVolumeSizeGiB: 100,
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
                            volumeSize: 100,
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

    it("creates a role with further policies and a permissions boundary", async () => {
        const boundary = "arn:aws:iam::123456789012:policy/boundary";
        const policyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
        const resources = await made({ instanceRolePolicyArns: [policyArn], permissionsBoundary: boundary });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy-0"]],
            [
                { assumeRolePolicy: trustPolicy("ec2.amazonaws.com"), permissionsBoundary: boundary },
                { role: "ml-instance-role", policyArn },
            ],
        );
    });

    it("uses a given role as it is, in a profile", async () => {
        const resources = await made({ instanceRoleArn: "arn:aws:iam::123456789012:role/team/own" });
        assert.deepStrictEqual(
            [resources["ml-instance-role"], resources["ml-instance-policy"], resources["ml-instance-profile"]],
            [undefined, undefined, { role: "own" }],
        );
    });

    it("uses a given instance profile as it is", async () => {
        const arn = "arn:aws:iam::123456789012:instance-profile/own";
        const resources = await made({ instanceProfileArn: arn });
        assert.deepStrictEqual(
            [resources["ml-instance-profile"], resources["ml-instance-template"]?.["iamInstanceProfile"]],
            [undefined, { arn }],
        );
    });
});
