import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, type ClusterArgs } from "../../../components";
import { children, register, type Registered } from "../mocked-engine";

const one: ClusterArgs = { instanceType: "inf1.xlarge" };
const several: ClusterArgs = { pools: { small: one, large: { instanceType: "inf1.6xlarge" } } };
const types =
    "inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge";
const typeless = `instanceType is missing; give one of ${types}`;

/** Each case breaks one thing of a right cluster. */
const wrong: [string, object, string[]][] = [
    [
        "neither a pool nor pools",
        { instanceType: undefined },
        ["instanceType is missing; give that of the one pool, or name several in pools"],
    ],
    [
        "a pool beside pools",
        { ...several, ...one, maxSize: 3 },
        [
            "instanceType is given beside pools; move it into the pools there",
            "maxSize is given beside pools; move it into the pools there",
        ],
    ],
    ["no pool in the map", { instanceType: undefined, pools: {} }, ["pools is empty, but must hold at least one pool"]],
    [
        "a list where an object belongs",
        { instanceType: undefined, pools: [one] },
        ["pools is a list, but must be an object of pools by name"],
    ],
    ["a list of tags", { tags: ["team"] }, ["tags is a list, but must be an object of tags"]],
    [
        "a pool's name with a blank",
        { instanceType: undefined, pools: { "a b": one } },
        ['pools names a pool "a b", but must name it with 1 to 32 letters, digits and hyphens'],
    ],
    [
        "what is no argument, with the nearest name",
        { maxsize: 9, logRetentionDays: 7 },
        [
            "maxsize is not an argument of Cluster (did you mean maxSize?); leave it out",
            "logRetentionDays is not an argument of Cluster (did you mean logRetentionInDays?); leave it out",
        ],
    ],
    [
        "what is no argument of a pool",
        { instanceType: undefined, pools: { small: { ...one, clusterName: "ml" } } },
        ["pools.small.clusterName is not an argument of a pool; leave it out"],
    ],
    ["a pool without a type", { instanceType: undefined, pools: { small: {} } }, [`pools.small.${typeless}`]],
    [
        "a cluster name with a blank",
        { clusterName: "my cluster" },
        ['clusterName is "my cluster", but must be 1 to 255 letters, digits, hyphens and underscores'],
    ],
    [
        "a VPC without subnets",
        { vpcId: "vpc-01" },
        ["subnetIds is missing, although vpcId is given; give both, or neither"],
    ],
    [
        "subnets without a VPC or security groups",
        { subnetIds: ["subnet-01"] },
        ["vpcId is missing, although subnetIds is given; give both, or neither"],
    ],
    [
        "no subnet",
        { vpcId: "vpc-01", subnetIds: [] },
        ["subnetIds is empty, but must be a list with at least one subnet id"],
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
            "logRetentionInDays is 31, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
                "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (0 keeps for ever)",
        ],
    ],
    [
        "more capacity providers than a cluster has",
        { otherCapacityProviders: Array.from({ length: 20 }, (_, index) => `own-${index}`) },
        ["otherCapacityProviders and the pools are 21 capacity providers, but a cluster has at most 20"],
    ],
    [
        "a strategy of Fargate and instances",
        { defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }, { capacityProvider: "ml" }] },
        ["defaultCapacityProviderStrategies mixes Fargate with instances, which ECS does not take; name only one kind"],
    ],
    [
        "an item of a strategy without a provider, and with a weight that is none",
        { defaultCapacityProviderStrategies: [{ weight: 1001 }] },
        [
            "defaultCapacityProviderStrategies[0].capacityProvider is missing; give the name of a pool or of a capacity " +
                "provider",
            "defaultCapacityProviderStrategies[0].weight is 1001, but must be a whole number from 0 to 1000",
        ],
    ],
];

function messageOf(problems: readonly string[]): string {
    const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
    return `Cluster "ml" has ${count}:\n${problems.map((one) => `  - ${one}`).join("\n")}`;
}

describe("cluster arguments", () => {
    for (const [what, change, problems] of wrong) {
        it(`refuses ${what} before it registers a child`, async () => {
            let registered: readonly Registered[] = [];
            await assert.rejects(
                register(
                    () => new Cluster("ml", { ...one, ...change }),
                    (so) => (registered = children(so)),
                ),
                { name: "InvalidArgumentsError", message: messageOf(problems) },
            );
            assert.deepStrictEqual(registered, []);
        });
    }

    it("refuses wrong outputs as soon as they are known, before it registers a child", async () => {
        let registered: readonly Registered[] = [];
        await assert.rejects(
            register(
                () =>
                    new Cluster("ml", {
                        ...one,
                        minSize: pulumi.output(5),
                        targetCapacity: pulumi.secret(0),
                    }),
                (so) => (registered = children(so)),
            ),
            {
                message: messageOf([
                    "targetCapacity is 0, but must be a whole number from 1 to 100 percent",
                    "maxSize is 2, but must be at least minSize, which is 5; raise maxSize or lower minSize",
                ]),
            },
        );
        assert.deepStrictEqual(registered, []);
    });

    it("refuses a wrong name in otherCapacityProviders that is an output, before it registers the association", async () => {
        let registered: readonly Registered[] = [];
        await assert.rejects(
            register(
                () => new Cluster("ml", { ...one, otherCapacityProviders: [pulumi.output("a b")] }),
                (so) => (registered = children(so)),
            ),
            { message: messageOf(['otherCapacityProviders[0] is "a b", but must be the name of a capacity provider']) },
        );
        assert.ok(registered.every(({ name }) => name !== "ml-capacity-association"));
    });
});
