import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { InferenceService, runTaskCommand, type InferenceServiceArgs } from "../../components";
import { children, register } from "./mocked-engine";

const minimal: InferenceServiceArgs = {
    cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/ml",
    capacityProvider: "inf1-capacity",
    taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:1",
    instanceType: "inf1.xlarge",
};

const service = {
    cluster: minimal.cluster,
    taskDefinition: minimal.taskDefinition,
    capacityProviderStrategies: [{ capacityProvider: "inf1-capacity", weight: 1 }],
    placementConstraints: [
        { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" },
        { type: "distinctInstance" },
    ],
    desiredCount: 1,
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: false,
};

describe("InferenceService", () => {
    it("places one task for each Inf1 instance, through the capacity provider, and rolls a failed deployment back", async () => {
        const registered = await register(() => new InferenceService("bert", minimal));
        assert.deepStrictEqual(children(registered), [
            { type: "aws:ecs/service:Service", name: "bert-service", inputs: service },
        ]);
    });

    it("takes everything that can be given", async () => {
        const registered = await register(
            () =>
                new InferenceService("bert", {
                    ...minimal,
                    instanceType: pulumi.output("inf1.24xlarge" as const),
                    serviceName: "serving",
                    desiredCount: 3,
                    deploymentMinimumHealthyPercent: 0,
                    deploymentMaximumPercent: 100,
                    subnetIds: ["subnet-1"],
                    securityGroupIds: ["sg-1"],
                    enableExecuteCommand: true,
                    waitForSteadyState: true,
                    tags: { team: "ml" },
                }),
        );
        assert.deepStrictEqual(children(registered), [
            {
                type: "aws:ecs/service:Service",
                name: "bert-service",
                inputs: {
                    ...service,
                    name: "serving",
                    desiredCount: 3,
                    placementConstraints: [
                        { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.24xlarge" },
                        { type: "distinctInstance" },
                    ],
                    deploymentMinimumHealthyPercent: 0,
                    deploymentMaximumPercent: 100,
                    networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] },
                    enableExecuteCommand: true,
                    waitForSteadyState: true,
                    tags: { team: "ml" },
                },
            },
        ]);
    });

    const wrong: [string, object, string][] = [
        ["no cluster", { cluster: undefined }, "cluster is missing; give the ARN or name of the ECS cluster"],
        [
            "no capacity provider",
            { capacityProvider: undefined },
            "capacityProvider is missing; give the name of the capacity provider of the Inf1 instances",
        ],
        [
            "Fargate",
            { capacityProvider: "FARGATE" },
            'capacityProvider is "FARGATE", but must be a capacity provider with Inf1 instances; Fargate has none',
        ],
        [
            "no task definition",
            { taskDefinition: undefined },
            "taskDefinition is missing; give the ARN of the task definition",
        ],
        [
            "no instance type",
            { instanceType: undefined },
            "instanceType is missing; give one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge",
        ],
        [
            "an instance type that is not Inf1",
            { instanceType: "m5.large" },
            'instanceType is "m5.large", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge',
        ],
        [
            "a service name with a dot",
            { serviceName: "a.b" },
            'serviceName is "a.b", but must be 1 to 255 letters, digits, hyphens and underscores',
        ],
        [
            "a negative count",
            { desiredCount: -1 },
            "desiredCount is -1, but must be a whole number from 0 to 5000 tasks",
        ],
        [
            "a minimum beyond 100 percent",
            { deploymentMinimumHealthyPercent: 101 },
            "deploymentMinimumHealthyPercent is 101, but must be a whole number from 0 to 100 percent",
        ],
        [
            "a maximum below 100 percent",
            { deploymentMaximumPercent: 50 },
            "deploymentMaximumPercent is 50, but must be a whole number from 100 to 200 percent",
        ],
        [
            "a deployment without room to roll",
            { deploymentMaximumPercent: 100 },
            "deploymentMaximumPercent is 100, and so is deploymentMinimumHealthyPercent, so that no deployment " +
                "could stop or start a task; raise this or lower that",
        ],
        [
            "subnets without security groups",
            { subnetIds: ["subnet-1"] },
            "securityGroupIds is missing, although subnetIds is given; give both, or neither",
        ],
        [
            "security groups without subnets",
            { securityGroupIds: ["sg-1"] },
            "subnetIds is missing, although securityGroupIds is given; give both, or neither",
        ],
        [
            "an empty list of subnets",
            { subnetIds: [], securityGroupIds: ["sg-1"] },
            "subnetIds is empty, but must be a list with at least one subnet id",
        ],
    ];
    for (const [what, change, problem] of wrong) {
        it(`refuses ${what}, before it registers a child`, async () => {
            let registered: readonly unknown[] = [];
            await assert.rejects(
                register(
                    () => new InferenceService("bert", { ...minimal, ...change }),
                    (so) => (registered = children(so)),
                ),
                {
                    name: "InvalidArgumentsError",
                    message: `InferenceService "bert" has a wrong argument:\n  - ${problem}`,
                },
            );
            assert.deepStrictEqual(registered, []);
        });
    }
});

describe("The command for a one-off task", () => {
    it("carries the placement constraint of the instance type", () => {
        assert.equal(
            runTaskCommand({
                cluster: "ml",
                taskDefinition: "bert:1",
                instanceType: "inf1.xlarge",
                region: "us-west-2",
            }),
            "aws ecs run-task --cluster ml --task-definition bert:1 --placement-constraints " +
                "'type=memberOf,expression=\"attribute:ecs.instance-type == inf1.xlarge\"' --region us-west-2",
        );
    });
});
