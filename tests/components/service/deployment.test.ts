import { accepts, refuses, refusesAtPreviewToo } from "./harness";
import { pool, task } from "./right-service";

describe("Service, of its deployments together with its pool,", () => {
    refuses([
        [
            "a task whose pool is too small",
            { pool: undefined, task: { ...task, pool: { ...pool, maxSize: 1 } } },
            "task.pool.maxSize is 1, but must be at least 2, as the task takes an instance, and a deployment starts a task " +
                "before it stops one; give maxSize: 2, or deploymentMinimumHealthyPercent: 0, which stops a task first",
        ],
        [
            "a grace period where nothing is checked",
            { healthCheckGracePeriodSeconds: 60 },
            "healthCheckGracePeriodSeconds is given, but the service has no load balancer, and no container of its task a " +
                "health check; leave it out",
        ],
        [
            "a grace period that ends before the containers' own",
            { healthCheckGracePeriodSeconds: 60, task: { ...task, unhealthyAfter: 390 } },
            "healthCheckGracePeriodSeconds is 60, but the health check of a container fails after 390 seconds at the " +
                "earliest, with its startPeriod, interval and retries; give 390 or more, or leave it out for 900",
        ],
        [
            "triggers that start nothing",
            { triggers: { a: "1" } },
            "triggers starts no deployment without forceNewDeployment; give forceNewDeployment: true",
        ],
        [
            "a rollback of an update that does not wait",
            { sigintRollback: true, waitForSteadyState: false },
            "sigintRollback needs waitForSteadyState: true, as only an update that waits can be interrupted",
        ],
        [
            "rebalancing without room",
            {
                availabilityZoneRebalancing: "ENABLED",
                deploymentMaximumPercent: 100,
                deploymentMinimumHealthyPercent: 0,
            },
            'availabilityZoneRebalancing is "ENABLED", but deploymentMaximumPercent is 100, and rebalancing starts a task ' +
                "before it stops one; raise deploymentMaximumPercent, or leave rebalancing out",
        ],
    ]);

    refusesAtPreviewToo([
        [
            "more tasks than instances",
            { desiredCount: 3 },
            "desiredCount is 3, but must be at most 2, the instances of pool (maxSize), as each task takes one; raise " +
                "maxSize to 3 or more",
        ],
        [
            "as many tasks as instances",
            { desiredCount: 2 },
            "pool.maxSize is 2, but must be at least 3, as each of the 2 tasks takes an instance, and a deployment " +
                "starts a task before it stops one; give maxSize: 3, or deploymentMinimumHealthyPercent: 0, which stops a " +
                "task first",
        ],
        [
            "one task with static host ports on one instance",
            { pool: { ...pool, maxSize: 1 }, task: { ...task, staticHostPorts: ["8500/tcp", "8501/tcp"] } },
            "pool.maxSize is 1, but must be at least 2, as the task takes an instance and its host ports 8500/tcp, " +
                "8501/tcp, and a deployment starts a task before it stops one; give maxSize: 2, or " +
                "deploymentMinimumHealthyPercent: 0, which stops a task first",
        ],
        [
            "a blue/green deployment on fewer than twice the instances",
            {
                desiredCount: 2,
                pool: { ...pool, maxSize: 3 },
                deploymentConfiguration: { strategy: "BLUE_GREEN" },
            },
            "pool.maxSize is 3, but must be at least 4, as each of the 2 tasks takes an instance, and a deployment " +
                "runs all new tasks beside the old ones; give maxSize: 4",
        ],
        [
            "a deployment that may neither stop nor start a task",
            { deploymentMaximumPercent: 100 },
            "deploymentMaximumPercent is 100, and deploymentMinimumHealthyPercent is 100, so that no deployment could stop " +
                "or start a task; raise this or lower that",
        ],
        [
            "a deployment whose percents round to no task",
            { deploymentMaximumPercent: 150, deploymentMinimumHealthyPercent: 50 },
            "deploymentMaximumPercent is 150, and deploymentMinimumHealthyPercent is 50, so that no deployment could stop " +
                "or start a task; raise this or lower that",
        ],
    ]);

    accepts([
        ["no tasks on a pool without instances", { desiredCount: 0, pool: { ...pool, maxSize: 0 } }],
        [
            "as many tasks as instances where one is stopped first",
            { desiredCount: 2, deploymentMinimumHealthyPercent: 0 },
        ],
        [
            "a number of tasks for which the pool's size is not told",
            { desiredCount: 9, pool: { ...pool, maxSize: undefined } },
        ],
        ["a blue/green deployment on twice the instances", { deploymentConfiguration: { strategy: "BLUE_GREEN" } }],
    ]);
});
