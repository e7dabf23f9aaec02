import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { inputsOf, loadBalancers, optionsOf } from "./harness";
import { minimal, pool, service, task } from "./right-service";

const roleArn = "arn:aws:iam::123456789012:role/ebs";

describe("Service, of ECS's service,", () => {
    it("places tasks on any of the types of a pool", async () => {
        const instanceTypes = ["inf1.xlarge" as const, "inf1.2xlarge" as const];
        assert.deepStrictEqual(await inputsOf({ ...minimal, pool: { ...pool, instanceTypes } }), {
            ...service,
            placementConstraints: [
                { type: "memberOf", expression: "attribute:ecs.instance-type in [inf1.xlarge, inf1.2xlarge]" },
                { type: "distinctInstance" },
            ],
        });
    });

    it("hands on every argument of ECS's service that it does not own", async () => {
        const given = {
            name: "serving",
            desiredCount: 2,
            loadBalancers,
            healthCheckGracePeriodSeconds: 60,
            iamRole: "ecs",
            networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: false },
            serviceConnectConfiguration: {
                enabled: true,
                namespace: "ml",
                services: [{ portName: "http", clientAlias: [{ dnsName: "bert", port: 80 }] }],
            },
            serviceRegistries: { registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1" },
            vpcLatticeConfigurations: [
                {
                    portName: "http",
                    roleArn,
                    targetGroupArn: "arn:aws:vpc-lattice:us-east-1:123456789012:targetgroup/tg-1",
                },
            ],
            volumeConfiguration: { name: "models", managedEbsVolume: { roleArn, sizeInGb: 20 } },
            orderedPlacementStrategies: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
            availabilityZoneRebalancing: "ENABLED",
            enableExecuteCommand: true,
            enableEcsManagedTags: false,
            propagateTags: "TASK_DEFINITION",
            forceDelete: true,
            region: "us-east-1",
            tags: { team: "ml" },
            deploymentMinimumHealthyPercent: 50,
            deploymentMaximumPercent: 150,
            deploymentCircuitBreaker: { enable: false, rollback: false },
            deploymentConfiguration: { strategy: "ROLLING", bakeTimeInMinutes: "5" },
            deploymentController: { type: "ECS" },
            alarms: { alarmNames: ["errors"], enable: true, rollback: true },
            forceNewDeployment: true,
            triggers: { model: "2" },
            waitForSteadyState: true,
            sigintRollback: true,
        };
        const args = { ...minimal, task: { ...task, networkMode: "awsvpc" }, ...given };
        const placementConstraints = [{ type: "memberOf", expression: "attribute:stack == prod" }];
        assert.deepStrictEqual(await inputsOf({ ...args, placementConstraints }), {
            ...service,
            ...given,
            placementConstraints: [...service.placementConstraints, ...placementConstraints],
        });
    });

    it("adds placement constraints that are an output", async () => {
        const placementConstraints = pulumi.output([{ type: "memberOf", expression: "attribute:stack == prod" }]);
        assert.deepStrictEqual(await inputsOf({ ...minimal, placementConstraints }), {
            ...service,
            placementConstraints: [
                ...service.placementConstraints,
                { type: "memberOf", expression: "attribute:stack == prod" },
            ],
        });
    });

    for (const ignoreDesiredCount of [true, false]) {
        it(`${ignoreDesiredCount ? "leaves the number of tasks to others" : "keeps the number of tasks"} where told so`, async () => {
            const { ignoreChanges } = await optionsOf({ ...minimal, ignoreDesiredCount });
            assert.deepStrictEqual(ignoreChanges, ignoreDesiredCount ? ["desiredCount"] : []);
        });
    }

    for (const [deployTimeout, timeout] of [
        [undefined, "60m"],
        [90, "90m"],
    ] as const) {
        it(`may take ${timeout} where deployTimeout is ${String(deployTimeout)}`, async () => {
            const { customTimeouts } = await optionsOf({ ...minimal, deployTimeout });
            assert.deepStrictEqual(customTimeouts, { create: timeout, update: timeout, delete: timeout });
        });
    }

    for (const [what, change, seconds] of [
        ["behind a load balancer", { loadBalancers }, 900],
        ["behind a load balancer that an output gives", { loadBalancers: pulumi.output(loadBalancers) }, 900],
        ["of a container with a health check", { task: { ...task, unhealthyAfter: 90 } }, 900],
        ["without health checks", {}, undefined],
        ["with a grace period of its own", { loadBalancers, healthCheckGracePeriodSeconds: 60 }, 60],
    ] as const) {
        it(`has ${String(seconds)} seconds of grace ${what}`, async () => {
            const { healthCheckGracePeriodSeconds } = await inputsOf({ ...minimal, ...change });
            assert.equal(healthCheckGracePeriodSeconds, seconds);
        });
    }
});
