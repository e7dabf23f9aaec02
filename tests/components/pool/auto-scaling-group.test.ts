import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, type ClusterArgs } from "../../../components";
import { register } from "../mocked-engine";
import { inputsOf, script } from "./harness";

const draining = "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config";
const template = { launchTemplateId: "ml-instance-template-id", version: "1" };

describe("pool: its Auto Scaling group", () => {
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
});
