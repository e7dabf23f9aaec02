import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { goneTooEarly } from "./destroy-order";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps, warnings } from "./stack";

interface Outputs {
    readonly clusterName: string;
    readonly services: readonly [string, string];
    readonly queueName: string;
}

const ofEcs = { ServiceNamespace: "ecs", ScalableDimension: "ecs:service:DesiredCount" } as const;
const cooldowns = { ScaleInCooldown: 900, ScaleOutCooldown: 900 };

describeOnTheEngine("The scaling of services", (session) => {
    let stack: Stack;
    let there: readonly string[];

    const outputs = async () => (await stack.outputs()) as unknown as Outputs;

    /** The steps of an update with resources of AWS. */
    async function up(): Promise<string[]> {
        const operation = await stack.up();
        assert.deepEqual([operation.code, errors(operation)], [0, ""], operation.stdout);
        return steps(operation).filter((step) => step.includes(" aws:"));
    }

    async function wantsNoChange(): Promise<void> {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
    }

    async function scaled(name: string) {
        const { clusterName } = await outputs();
        const ResourceId = `service/${clusterName}/${name}`;
        const scaling = await awsOf(session()).applicationAutoScaling();
        const { ScalableTargets: [target] = [] } = await scaling.describeScalableTargets({
            ...ofEcs,
            ResourceIds: [ResourceId],
        });
        const { ScalingPolicies = [] } = await scaling.describeScalingPolicies({ ...ofEcs, ResourceId });
        const { ScheduledActions = [] } = await scaling.describeScheduledActions({ ...ofEcs, ResourceId });
        return { scaling, ResourceId, target, policies: ScalingPolicies, actions: ScheduledActions };
    }

    async function desiredCount(name: string): Promise<number | undefined> {
        const { clusterName: cluster } = await outputs();
        const { services = [] } = await (await awsOf(session()).ecs()).describeServices({ cluster, services: [name] });
        return services[0]?.desiredCount;
    }

    before(async () => {
        there = await inventory(awsOf(session()));
        stack = await Stack.make(session(), join(__dirname, "programs", "scaling"), "scaling");
    });

    it("previews with the policy pack", async () => {
        const preview = await stack.preview(["--policy-pack", join(projectRoot, "policy-pack")]);
        assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
    });

    it("deploys, and wants no changes afterwards", async () => {
        await up();
        await wantsNoChange();
        assert.deepEqual(goneTooEarly(await stack.exported()), []);
    });

    it("has its metrics and its times in AWS", async () => {
        const [bert] = (await outputs()).services;
        const { target, policies, actions } = await scaled(bert);
        assert.deepEqual([target?.MinCapacity, target?.MaxCapacity], [1, 3]);
        const balancing = await awsOf(session()).loadBalancing();
        const { TargetGroups: [group] = [] } = await balancing.describeTargetGroups({});
        const arns = [group?.LoadBalancerArns?.[0], group?.TargetGroupArn];
        assert.deepEqual(policies.map(({ TargetTrackingScalingPolicyConfiguration: one }) => one).sort(byValue), [
            {
                ...cooldowns,
                CustomizedMetricSpecification: {
                    Dimensions: [{ Name: "Model", Value: "bert" }],
                    MetricName: "Waiting",
                    Namespace: "own",
                    Statistic: "Average",
                },
                TargetValue: 0.5,
            },
            {
                ...cooldowns,
                PredefinedMetricSpecification: { PredefinedMetricType: "ECSServiceAverageCPUUtilization" },
                TargetValue: 60,
            },
            {
                ...cooldowns,
                PredefinedMetricSpecification: {
                    PredefinedMetricType: "ALBRequestCountPerTarget",
                    // As Elastic Load Balancing writes them: app/NAME/ID/targetgroup/NAME/ID.
                    ResourceLabel: arns.map((arn) => arn?.replace(/^.*:(loadbalancer\/)?/, "")).join("/"),
                },
                TargetValue: 600,
            },
        ]);
        assert.deepEqual(
            actions.map(({ Schedule, Timezone, ScalableTargetAction }) => [Schedule, Timezone, ScalableTargetAction]),
            [
                ["cron(0 8 ? * MON-FRI *)", "Europe/Berlin", { MinCapacity: 2 }],
                ["cron(0 20 ? * MON-FRI *)", "Europe/Berlin", { MinCapacity: 1 }],
            ],
        );
    });

    it("starts the first task for the first message by an alarm of its own", async () => {
        const { services, queueName, clusterName } = await outputs();
        const { policies } = await scaled(services[1]);
        const step = policies.find(({ PolicyType }) => PolicyType === "StepScaling");
        const { MetricAlarms = [] } = await (await awsOf(session()).cloudWatch()).describeAlarms({});
        const alarms = MetricAlarms.filter(({ AlarmActions }) => AlarmActions?.includes(step?.PolicyARN ?? ""));
        assert.deepEqual(
            alarms.map(({ Threshold, EvaluationPeriods, Metrics = [] }) => [
                Threshold,
                EvaluationPeriods,
                Metrics.map(({ Expression, MetricStat }) => Expression ?? MetricStat?.Metric),
            ]),
            [
                [
                    1,
                    3,
                    [
                        {
                            Namespace: "AWS/SQS",
                            MetricName: "ApproximateNumberOfMessagesVisible",
                            Dimensions: [{ Name: "QueueName", Value: queueName }],
                        },
                        {
                            Namespace: "ECS/ContainerInsights",
                            MetricName: "RunningTaskCount",
                            Dimensions: [
                                { Name: "ClusterName", Value: clusterName },
                                { Name: "ServiceName", Value: services[1] },
                            ],
                        },
                        "visible - 1000000000 * FILL(running, 0)",
                    ],
                ],
            ],
        );
        assert.deepEqual(step?.StepScalingPolicyConfiguration?.StepAdjustments, [
            { MetricIntervalLowerBound: 0, ScalingAdjustment: 1 },
        ]);
    });

    it("leaves the number of tasks as it is, while another image is rolled out", async () => {
        const { clusterName: cluster, services } = await outputs();
        for (const service of services) {
            await (await awsOf(session()).ecs()).updateService({ cluster, service, desiredCount: 2 });
        }
        await wantsNoChange();
        await stack.configure({ image: "model:2" });
        assert.deepEqual(
            (await up()).filter((step) => !step.includes("taskDefinition")),
            ["update aws:ecs/service:Service bert-service", "update aws:ecs/service:Service worker-service"],
        );
        assert.deepEqual(await Promise.all(services.map(desiredCount)), [2, 2]);
    });

    it("changes a bound in place", async () => {
        await stack.configure({ max: "4" });
        assert.deepEqual(await up(), ["update aws:appautoscaling/target:Target bert-target"]);
        const { target } = await scaled((await outputs()).services[0]);
        assert.deepEqual([target?.MinCapacity, target?.MaxCapacity], [1, 4]);
    });

    it("leaves the bound that a schedule has moved, after a refresh too", async () => {
        const { scaling, ResourceId } = await scaled((await outputs()).services[0]);
        // As the scheduled action does in the morning.
        await scaling.registerScalableTarget({ ...ofEcs, ResourceId, MinCapacity: 2 });
        await wantsNoChange();
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh)], [0, ""]);
        await wantsNoChange();
    });

    it("tells of a bound that changes although a schedule has it, and leaves it", async () => {
        await stack.configure({ min: "0" });
        const operation = await stack.up();
        assert.deepEqual([operation.code, errors(operation)], [0, ""]);
        assert.deepEqual(warnings(operation, 'Scaling "bert"'), [
            'Scaling "bert": min is 0 now, but its schedule has changed it, or will, and so it stays as it is; change the ' +
                "min of the schedule's times",
        ]);
        const { target } = await scaled((await outputs()).services[0]);
        assert.deepEqual([target?.MinCapacity, target?.MaxCapacity], [2, 4]);
    });

    it("is destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});

function byValue(one?: { TargetValue?: number | undefined }, other?: { TargetValue?: number | undefined }): number {
    return Number(one?.TargetValue) - Number(other?.TargetValue);
}
