import assert from "node:assert/strict";
import { Cluster, type PoolReference } from "../../../components";
import { children, register } from "../mocked-engine";
import { inputsOf, script } from "./harness";

/** What the agent is told of its support for Runtime 1.x, and of image pulls. */
function agentLines(resources: Record<string, Record<string, unknown>>): string[] {
    return script(resources)
        .split("\n")
        .filter((line) => /INF_SUPPORT|IMAGE_PULL/.test(line));
}

describe("pool: its resources", () => {
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
});
