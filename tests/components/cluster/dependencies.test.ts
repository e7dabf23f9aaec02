import assert from "node:assert/strict";
import { CapacityProvider } from "@pulumi/aws/ecs";
import { Group } from "@pulumi/aws/autoscaling";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, TaskDefinition } from "../../../components";
import { register } from "../mocked-engine";
import { before } from "./harness";

describe("cluster: timeouts", () => {
    it("has an hour to delete cluster, group and security group, as long as tasks and instances may take to end", async () => {
        const deleting: Record<string, string | undefined> = {};
        const see: pulumi.ResourceTransformation = ({ name, opts }) => {
            deleting[name] = opts.customTimeouts?.delete;
            return undefined;
        };
        await register(() => new Cluster("ml", { instanceType: "inf1.xlarge" }, { transformations: [see] }));
        assert.deepStrictEqual(
            ["ml-cluster", "ml-group", "ml-security-group"].map((name) => deleting[name]),
            ["60m", "60m", "60m"],
        );
    });
});

describe("cluster: dependencies", () => {
    it("creates its resources, and destroys them in reverse order, beside a group of the program that joins the cluster", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        await register(
            () => {
                const joined = pulumi.deferredOutput<string>();
                const cluster = new Cluster("ml", {
                    instanceType: "inf1.xlarge",
                    otherCapacityProviders: [joined[0]],
                    defaultCapacityProviderStrategies: [{ capacityProvider: joined[0] }],
                });
                const group = new Group("own-group", { minSize: 1, maxSize: 1, context: cluster.clusterName });
                const own = new CapacityProvider("own", {
                    autoScalingGroupProvider: { autoScalingGroupArn: group.arn },
                });
                joined[1](own.name);
                new Group("user", { minSize: 0, maxSize: 1, context: cluster.pool.capacityProviderName });
            },
            undefined,
            false,
            { dependencies },
        );
        assert.deepStrictEqual(
            Object.fromEntries(
                ["ml-cluster", "own", "own-group", "ml-group", "ml-capacity-association"].map((name) => [
                    name,
                    before(name, dependencies),
                ]),
            ),
            {
                "ml-cluster": [
                    "inferentia-ml-capacity",
                    "ml",
                    "ml-capacity-association",
                    "ml-capacity-providers",
                    "ml-group",
                    "ml-instance-policy",
                    "ml-instance-template",
                    "own",
                    "own-group",
                    "user",
                ],
                own: ["ml-capacity-association", "ml-capacity-providers", "user"],
                "own-group": ["ml-capacity-association", "ml-capacity-providers", "own", "user"],
                "ml-group": ["inferentia-ml-capacity", "ml-capacity-association", "ml-capacity-providers", "user"],
                "ml-capacity-association": ["user"],
            },
        );
    });

    it("does not hold back a task definition, which needs only what the program wrote of its pool", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        await register(
            () => {
                const one = new Cluster("one", { instanceType: "inf1.xlarge" });
                const two = new Cluster("two", { pools: { small: { instanceType: "inf1.xlarge" } } });
                const containers = [{ name: "bert", image: "bert:1" }];
                new TaskDefinition("in-one", { pool: one.pool, containers });
                new TaskDefinition("in-two", {
                    pool: two.pools["small"],
                    containers,
                });
            },
            undefined,
            false,
            { dependencies },
        );
        for (const name of ["in-one", "in-two"]) {
            assert.deepStrictEqual([...(dependencies[`${name}-task`] ?? [])].sort(), [
                `${name}-execution-policy`,
                `${name}-execution-role`,
                `${name}-logs`,
            ]);
        }
    });
});
