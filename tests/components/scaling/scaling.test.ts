import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Route, Scaling, Service, type ScalingArgs } from "../../../components";
import { children, register, type Watch } from "../mocked-engine";
import { right } from "../route/right-route";
import { minimal } from "../service/right-service";
import { route, service } from "./right-scaling";

type Inputs = Record<string, Record<string, unknown>>;

/** The inputs of the children by the resource's kind and name. */
async function created(args: ScalingArgs, watch: Watch = {}, preview = false): Promise<Inputs> {
    const registered = await register(() => new Scaling("bert", args), undefined, preview, watch);
    return Object.fromEntries(
        children(registered).map(({ type, name, inputs }) => [`${type.replace(/^.*:/, "")} ${name}`, inputs]),
    );
}

const bounds = { service, min: 1, max: 3 };
const scaled = {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: "service/ml/bert",
};
const target = { ...scaled, minCapacity: 1, maxCapacity: 3 };
const tracking = (specification: object, cooldowns = { scaleInCooldown: 900, scaleOutCooldown: 900 }) => ({
    ...scaled,
    policyType: "TargetTrackingScaling",
    targetTrackingScalingPolicyConfiguration: { ...specification, ...cooldowns },
});
const predefined = (predefinedMetricType: string, targetValue: number, label: object = {}) =>
    tracking({ targetValue, predefinedMetricSpecification: { predefinedMetricType, ...label } });
const ofQueue = [{ name: "QueueName", value: "jobs" }];
const ofService = [
    { name: "ClusterName", value: "ml" },
    { name: "ServiceName", value: "bert" },
];
const messages = { namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" };
const running = { namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount" };
const backlog = tracking({
    targetValue: 5,
    customizedMetricSpecification: {
        metrics: [
            {
                id: "visible",
                metricStat: { metric: { ...messages, dimensions: ofQueue }, stat: "Maximum" },
                returnData: false,
            },
            {
                id: "inFlight",
                metricStat: {
                    metric: {
                        namespace: "AWS/SQS",
                        metricName: "ApproximateNumberOfMessagesNotVisible",
                        dimensions: ofQueue,
                    },
                    stat: "Maximum",
                },
                returnData: false,
            },
            {
                id: "running",
                metricStat: { metric: { ...running, dimensions: ofService }, stat: "Average" },
                returnData: false,
            },
            { id: "backlog", expression: "(visible + inFlight) / running", returnData: true },
        ],
    },
});
const step = {
    ...scaled,
    policyType: "StepScaling",
    stepScalingPolicyConfiguration: {
        adjustmentType: "ChangeInCapacity",
        stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
        cooldown: 900,
    },
};
const alarm = {
    alarmDescription: "Messages wait while no task runs: starts the first",
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    evaluationPeriods: 3,
    metricQueries: [
        { id: "visible", metric: { ...messages, dimensions: { QueueName: "jobs" }, period: 60, stat: "Maximum" } },
        {
            id: "running",
            metric: { ...running, dimensions: { ClusterName: "ml", ServiceName: "bert" }, period: 60, stat: "Average" },
        },
        {
            id: "waiting",
            expression: "visible - 1000000000 * FILL(running, 0)",
            label: "Messages while no task runs",
            returnData: true,
        },
    ],
    treatMissingData: "notBreaching",
    alarmActions: ["arn:aws:appautoscaling:us-east-1:123456789012:bert-from-zero"],
};
const backlogPerTask = { queueName: "jobs", target: 5 };

describe("Scaling", () => {
    it("holds CPU, memory and requests of a target", async () => {
        const args = { ...bounds, cpu: 60, memory: 80, requestsPerTarget: 20, route };
        assert.deepStrictEqual(await created(args), {
            "Target bert-target": target,
            "Policy bert-cpu": predefined("ECSServiceAverageCPUUtilization", 60),
            "Policy bert-memory": predefined("ECSServiceAverageMemoryUtilization", 80),
            "Policy bert-requests": predefined("ALBRequestCountPerTarget", 20, {
                resourceLabel: "app/front/8091a2b3c4d5e6f7/targetgroup/bert/0a1b2c3d4e5f6071",
            }),
        });
    });

    it("holds a metric of one's own, with the cooldowns and the tags that it is given", async () => {
        const metric = { namespace: "own", metricName: "Waiting", dimensions: { Model: "bert" }, target: 0.5 };
        const cooldowns = { scaleInCooldown: 1200, scaleOutCooldown: 60 };
        assert.deepStrictEqual(await created({ ...bounds, metric, ...cooldowns, tags: { team: "ml" } }), {
            "Target bert-target": { ...target, tags: { team: "ml" } },
            "Policy bert-metric": tracking(
                {
                    targetValue: 0.5,
                    customizedMetricSpecification: {
                        namespace: "own",
                        metricName: "Waiting",
                        statistic: "Average",
                        dimensions: [{ name: "Model", value: "bert" }],
                    },
                },
                cooldowns,
            ),
        });
    });

    it("holds the backlog of a queue for each task", async () => {
        assert.deepStrictEqual(await created({ ...bounds, backlogPerTask }), {
            "Target bert-target": target,
            "Policy bert-backlog": backlog,
        });
    });

    it("starts the first task for the first message where there may be none", async () => {
        const nightly = [{ cron: "0 20 * * ? *", min: 0 }];
        for (const [args, min] of [
            [{ min: 0 }, 0],
            [{ min: pulumi.output(0) }, 0],
            [{ schedule: nightly }, 1],
        ] as const) {
            const { "Policy bert-from-zero": policy, ...others } = await created({
                ...bounds,
                backlogPerTask,
                ...(args as Partial<ScalingArgs>),
            });
            assert.deepStrictEqual(policy, step);
            assert.deepStrictEqual(others["MetricAlarm bert-from-zero"], alarm);
            assert.deepStrictEqual(others["Policy bert-backlog"], backlog);
            assert.deepStrictEqual(others["Target bert-target"], { ...target, minCapacity: min });
        }
    });

    it("changes the bounds by a schedule, also by outputs", async () => {
        const schedule = [
            { cron: "0 8 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 2, max: 3 },
            pulumi.output({ cron: "0 20 ? * MON-FRI *", min: 1 }),
        ];
        assert.deepStrictEqual(await created({ ...bounds, schedule }), {
            "Target bert-target": target,
            "ScheduledAction bert-schedule-0": {
                ...scaled,
                schedule: "cron(0 8 ? * MON-FRI *)",
                timezone: "Europe/Berlin",
                scalableTargetAction: { minCapacity: 2, maxCapacity: 3 },
            },
            "ScheduledAction bert-schedule-1": {
                ...scaled,
                schedule: "cron(0 20 ? * MON-FRI *)",
                timezone: "UTC",
                scalableTargetAction: { minCapacity: 1 },
            },
        });
    });

    it("leaves the bounds that a schedule changes where the schedule has left them", async () => {
        const ignored = async (schedule: ScalingArgs["schedule"]): Promise<readonly string[] | undefined> => {
            const ignoreChanges: Record<string, readonly string[]> = {};
            await created({ ...bounds, cpu: 60, schedule }, { ignoreChanges });
            return ignoreChanges["bert-target"];
        };
        const cron = "0 8 ? * MON-FRI *";
        assert.deepStrictEqual(await ignored(undefined), []);
        assert.deepStrictEqual(await ignored([{ cron, min: 2 }]), ["minCapacity"]);
        assert.deepStrictEqual(
            await ignored([
                { cron, min: 2 },
                { cron, max: 3 },
            ]),
            ["minCapacity", "maxCapacity"],
        );
        assert.deepStrictEqual(await ignored([pulumi.output({ cron, min: 2 })]), ["minCapacity", "maxCapacity"]);
    });

    it("changes one thing of its target after another", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        const schedule = [
            { cron: "0 8 ? * MON-FRI *", min: 1 },
            { cron: "0 20 ? * MON-FRI *", min: 0 },
        ];
        await created({ ...bounds, cpu: 60, memory: 80, backlogPerTask, schedule }, { dependencies });
        const ofTarget = Object.entries(dependencies).filter(([name]) => name.startsWith("bert-"));
        assert.deepStrictEqual(Object.fromEntries(ofTarget), {
            "bert-target": [],
            "bert-cpu": ["bert-target"],
            "bert-memory": ["bert-cpu", "bert-target"],
            "bert-backlog": ["bert-memory", "bert-target"],
            // Of two resources of this name, the alarm, which waits for the policy.
            "bert-from-zero": ["bert-backlog", "bert-from-zero"],
            "bert-schedule-0": ["bert-from-zero", "bert-target"],
            "bert-schedule-1": ["bert-schedule-0", "bert-target"],
        });
    });

    it("takes the component, its output, and a service of one's own, and waits for the service", async () => {
        const ofService: ((bert: Service) => ScalingArgs["service"])[] = [(bert) => bert, (bert) => bert.service];
        for (const reference of ofService) {
            const dependencies: Record<string, readonly string[]> = {};
            const registered = await register(
                () => {
                    const bert = new Service("bert", { ...minimal, ignoreDesiredCount: true });
                    new Scaling("bert", { service: reference(bert), min: 1, max: 1, cpu: 60 });
                },
                undefined,
                false,
                { dependencies },
            );
            const inputs = children(registered).find(({ name }) => name === "bert-target")?.inputs;
            assert.deepStrictEqual(inputs, {
                ...scaled,
                resourceId: "service/ml/bert-service",
                minCapacity: 1,
                maxCapacity: 1,
            });
            assert.deepStrictEqual(dependencies["bert-target"], ["bert-service"]);
        }
        const { "Target bert-target": own } = await created({ ...bounds, service: pulumi.output(service), cpu: 60 });
        assert.deepStrictEqual(own, target);
    });

    it("takes a route, its output, and one that the program writes out, and waits for its rule", async () => {
        for (const reference of [(one: Route) => one, (one: Route) => one.target]) {
            const dependencies: Record<string, readonly string[]> = {};
            const registered = await register(
                () => {
                    const requests = { requestsPerTarget: 20, route: reference(new Route("serving", right)) };
                    new Scaling("bert", { ...bounds, ...requests });
                },
                undefined,
                false,
                { dependencies },
            );
            const policy = children(registered).find(({ name }) => name === "bert-requests")?.inputs;
            const resourceLabel = "app/front/1/targetgroup/serving";
            assert.deepStrictEqual(policy, predefined("ALBRequestCountPerTarget", 20, { resourceLabel }));
            assert.ok(dependencies["bert-requests"]?.includes("serving-rule"));
        }
        const requests = { requestsPerTarget: pulumi.output(20), route: pulumi.output(route) };
        const { "Policy bert-requests": policy } = await created({ ...bounds, ...requests });
        assert.deepStrictEqual(
            policy,
            predefined("ALBRequestCountPerTarget", 20, {
                resourceLabel: "app/front/8091a2b3c4d5e6f7/targetgroup/bert/0a1b2c3d4e5f6071",
            }),
        );
    });

    it("refuses at preview what the pool of the component cannot hold, and a service that holds its count", async () => {
        const bert = (args: object) => new Service("bert", { ...minimal, ...args });
        await assert.rejects(
            register(() => new Scaling("bert", { service: bert({}), min: 1, max: 2, cpu: 60 }), undefined, true),
            {
                message:
                    'Scaling "bert" has 2 wrong arguments:\n' +
                    "  - service.ignoreDesiredCount is false, so that updates of the service would set back the number of " +
                    "tasks; give the Service ignoreDesiredCount: true, and desiredCount is the number at the beginning only\n" +
                    "  - max is 2, but must be at most 1, as the pool of the service has up to 2 instances (maxSize), each " +
                    "of which takes one task, and a deployment starts a task before it stops one; give 1, or raise maxSize " +
                    "to 3, or the Service deploymentMinimumHealthyPercent: 0, which stops a task first",
            },
        );
        const two = { ignoreDesiredCount: true, deploymentMinimumHealthyPercent: 0 };
        await register(() => new Scaling("bert", { service: bert(two), min: 1, max: 2, cpu: 60 }), undefined, true);
    });

    it("creates nothing where an argument is wrong, and refuses outputs once they are known", async () => {
        const seen: string[] = [];
        for (const max of [0, pulumi.output(0)]) {
            await assert.rejects(
                register(
                    () => new Scaling("bert", { ...bounds, max, cpu: 60 }),
                    (all) => seen.push(...children(all).map(({ name }) => name)),
                ),
                { name: "InvalidArgumentsError" },
            );
        }
        assert.deepStrictEqual(seen, []);
    });
});
