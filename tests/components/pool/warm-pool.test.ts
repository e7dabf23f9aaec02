import assert from "node:assert/strict";
import { warmPoolStatements } from "../../../components/iam/container-instance";
import { policyDocument } from "../../../components/iam/policy";
import { accepts, alone, ofPool, refuses } from "./harness";

describe("pool: its warm pool", () => {
    accepts([
        [
            "a warm pool of several types on demand",
            {
                instanceType: undefined,
                instanceTypes: ["inf1.xlarge", "inf1.2xlarge"],
                warmPool: { poolState: "Running", instanceReusePolicy: { reuseOnScaleIn: false } },
            },
        ],
    ]);

    refuses([
        [
            "instances that return to the warm pool",
            { warmPool: { instanceReusePolicy: { reuseOnScaleIn: true } } },
            [
                "warmPool.instanceReusePolicy.reuseOnScaleIn is true, but ECS supports no instances that return to the " +
                    "warm pool; leave it out",
            ],
        ],
        [
            "a warm pool that hibernates",
            { warmPool: { poolState: "Hibernated" } },
            [
                'warmPool.poolState is "Hibernated", but the instances are not launched for hibernation; give Stopped or ' +
                    "Running",
            ],
        ],
        [
            "a warm pool that may hold nothing",
            { warmPool: { maxGroupPreparedCapacity: 0 } },
            ["warmPool.maxGroupPreparedCapacity is 0, but must be a whole number 1 or more instances"],
        ],
        [
            "a warm pool of spot instances",
            { warmPool: {}, spot: true },
            [
                "warmPool is given, but the pool has spot instances (spot), which cannot wait in one; leave one of the two " +
                    "out",
            ],
        ],
        [
            "a warm pool of which a share is spot instances",
            { warmPool: {}, onDemandPercentageAboveBaseCapacity: 50 },
            [
                "warmPool is given, but the pool has spot instances (onDemandPercentageAboveBaseCapacity), which cannot " +
                    "wait in one; leave one of the two out",
            ],
        ],
    ]);

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
});
