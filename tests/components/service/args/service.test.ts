import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { problems, refusal, refuses } from "../harness";
import { pool } from "../right-service";

const fix = "give that of a Cluster: pool where it has one pool, pools.NAME where it has several";

describe("Service, of its arguments,", () => {
    refuses([
        [
            "a pool that a cluster with several pools does not have",
            { pool: pulumi.output(undefined) },
            `pool is missing; ${fix}`,
        ],
        ["the null that other languages give for it", { pool: pulumi.output(null) }, `pool is missing; ${fix}`],
        ["a pool that is a string", { pool: "ml" }, "pool is a string, but must be a pool, an object"],
        [
            "a mistyped member of a pool",
            { pool: { ...pool, maxsize: 9 } },
            "pool.maxsize is not an argument of a pool (did you mean maxSize?); leave it out",
        ],
        [
            "a pool without an ARN",
            { pool: { ...pool, clusterArn: undefined } },
            "pool.clusterArn is missing; give the ARN of the cluster",
        ],
        [
            "Fargate",
            { pool: { ...pool, capacityProviderName: "FARGATE" } },
            'pool.capacityProviderName is "FARGATE", but must be the name of a capacity provider of Inferentia ' +
                "instances; Fargate has none",
        ],
        [
            "instances without Inferentia chips",
            { pool: { ...pool, instanceTypes: ["m5.large"] } },
            'pool.instanceTypes[0] is "m5.large", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
                "inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
        ],
        [
            "a mistyped argument",
            { desiredcount: 3 },
            "desiredcount is not an argument of Service (did you mean desiredCount?); leave it out",
        ],
        ["an argument of another component", { quux: 1 }, "quux is not an argument of Service; leave it out"],
        [
            "a launch type",
            { launchType: "EC2" },
            "launchType must not be given: ECS takes none beside the capacity provider strategy that follows from pool",
        ],
        [
            "a cluster",
            { cluster: "ml" },
            "cluster must not be given: it is that of pool; give the pool of another cluster",
        ],
        [
            "a task definition",
            { taskDefinition: "bert:1" },
            "taskDefinition must not be given: it is that of task; give task: { taskDefinitionArn } for a definition of " +
                "your own",
        ],
        [
            "capacity providers",
            { capacityProviderStrategies: [] },
            "capacityProviderStrategies must not be given: the tasks run on pool; give another pool",
        ],
        [
            "a daemon",
            { schedulingStrategy: "DAEMON" },
            "schedulingStrategy must not be given: ECS takes no capacity provider strategy with DAEMON, and the default is " +
                "REPLICA",
        ],
        [
            "a platform",
            { platformVersion: "1.4.0" },
            "platformVersion must not be given: only Fargate has platform versions",
        ],
        [
            "a name with a dot",
            { name: "a.b" },
            'name is "a.b", but must be 1 to 255 letters, digits, hyphens and underscores',
        ],
        [
            "a negative count",
            { desiredCount: -1 },
            "desiredCount is -1, but must be a whole number from 0 to 5000 tasks",
        ],
    ]);

    it("names every problem at once", async () => {
        assert.equal(
            await problems(() => ({ desiredCount: -1, propagateTags: "ALL" })),
            refusal(
                "desiredCount is -1, but must be a whole number from 0 to 5000 tasks",
                'propagateTags is "ALL", but must be one of SERVICE, TASK_DEFINITION, NONE',
            ),
        );
    });
});
