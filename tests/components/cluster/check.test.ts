import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, type ClusterArgs } from "../../../components";
import { children, register, type Registered } from "../mocked-engine";
import { messageOf, one, refuses } from "./harness";

const several: ClusterArgs = { pools: { small: one, large: { instanceType: "inf1.6xlarge" } } };
const types =
    "inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge";
const typeless = `instanceType is missing; give one of ${types}`;

describe("Cluster, of its arguments together,", () => {
    refuses([
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
        [
            "no pool in the map",
            { instanceType: undefined, pools: {} },
            ["pools is empty, but must hold at least one pool"],
        ],
        [
            "a pool's name with a blank",
            { instanceType: undefined, pools: { "a b": one } },
            ['pools names a pool "a b", but must name it with 1 to 32 letters, digits and hyphens'],
        ],
        ["a pool without a type", { instanceType: undefined, pools: { small: {} } }, [`pools.small.${typeless}`]],
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
            "more capacity providers than a cluster has",
            { otherCapacityProviders: Array.from({ length: 20 }, (_, index) => `own-${index}`) },
            ["otherCapacityProviders and the pools are 21 capacity providers, but a cluster has at most 20"],
        ],
        [
            "a strategy of Fargate and instances",
            { defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }, { capacityProvider: "ml" }] },
            [
                "defaultCapacityProviderStrategies mixes Fargate with instances, which ECS does not take; name only one kind",
            ],
        ],
    ]);

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
