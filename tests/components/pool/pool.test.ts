import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Pool } from "../../../components";
import { containerInstanceStatements } from "../../../components/iam/container-instance";
import { policyDocument } from "../../../components/iam/policy";
import { children, recommendedAmiId, register, type Registered } from "../mocked-engine";
import { alone, ofPool, refusal } from "./harness";

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

    it("refuses an AMI's parameter that names none, by the argument's name", async () => {
        await assert.rejects(
            alone({ ...ofPool, amiSsmParameter: "/own/broken" }),
            refusal(
                'amiSsmParameter is "/own/broken", whose value must be an AMI id such as ami-0123456789abcdef0, or a JSON ' +
                    "document with image_id; name another parameter, or give amiId",
            ),
        );
    });
});
