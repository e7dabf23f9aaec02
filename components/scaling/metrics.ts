import type { appautoscaling, cloudwatch } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { backlogMetrics, metricPeriodSeconds, predefinedMetrics } from "../../contract";
import type { Split, WithRecords } from "../engine/record";
import type { ServiceReference } from "../service/service-reference";
import type { TargetReference } from "../route/target-reference";
import type { BacklogScaling, MetricScaling, ScalingArgs } from "./args";

type Tracking = Pick<
    appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration,
    "predefinedMetricSpecification" | "customizedMetricSpecification" | "targetValue"
>;

/** What each given metric of the arguments is held at, by the name of its policy. */
export function trackedMetrics(
    args: WithRecords<ScalingArgs>,
    service: Split<ServiceReference>,
    ready: Promise<unknown>,
): Readonly<Record<string, pulumi.Output<Tracking>>> {
    // Before, an output may have a value of any type.
    const after = <T>(given: pulumi.Input<T> | undefined, then: (value: pulumi.Unwrap<T>) => pulumi.Input<Tracking>) =>
        given === undefined
            ? undefined
            : pulumi
                  .all([ready, pulumi.output<T>(given)])
                  .apply(([, value]) => pulumi.output<Tracking>(then(value as pulumi.Unwrap<T>)));
    const dimensions = pulumi.all({ ClusterName: service.clusterName, ServiceName: service.serviceName });
    const tracked = {
        cpu: after(args.cpu, (targetValue) => predefined("cpu", targetValue)),
        memory: after(args.memory, (targetValue) => predefined("memory", targetValue)),
        requests: after(args.requestsPerTarget, (target) =>
            pulumi.output(args.route).apply((route) => byRequests(route as TargetReference, target)),
        ),
        metric: after(args.metric, byMetric),
        backlog: after(args.backlogPerTask, (backlog) =>
            dimensions.apply((ofService) => byBacklog(backlog, ofService)),
        ),
    };
    return Object.fromEntries(
        Object.entries(tracked).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])),
    );
}

function predefined(metric: keyof typeof predefinedMetrics, targetValue: number, resourceLabel?: string): Tracking {
    const predefinedMetricType = predefinedMetrics[metric];
    return { targetValue, predefinedMetricSpecification: { predefinedMetricType, resourceLabel } };
}

/** The label is what follows the kind in the ARN of the load balancer, and the resource in that of the target group. */
function byRequests(route: TargetReference, target: number): Tracking {
    const [, balancer = ""] = (route.loadBalancerArn ?? "").split(":loadbalancer/");
    const group = route.targetGroupArn.slice(route.targetGroupArn.lastIndexOf(":") + 1);
    return predefined("requestsPerTarget", target, `${balancer}/${group}`);
}

function byMetric({ target, dimensions = {}, statistic = "Average", ...metric }: pulumi.Unwrap<MetricScaling>) {
    return {
        targetValue: target,
        customizedMetricSpecification: { ...metric, statistic, dimensions: listed(dimensions) },
    } satisfies Tracking;
}

/**
 * Messages in flight count, so that the last one is finished before the last task goes. While no task runs the metric
 * has no value, as metric math drops a division by zero, and the tasks that are on their way bring no further ones.
 */
function byBacklog({ queueName, target }: pulumi.Unwrap<BacklogScaling>, ofService: Dimensions): Tracking {
    const metric = (name: keyof typeof backlogMetrics, stat: string, dimensions: Dimensions) => ({
        id: name,
        metricStat: { metric: { ...backlogMetrics[name], dimensions: listed(dimensions) }, stat },
        returnData: false,
    });
    const ofQueue = { QueueName: queueName };
    return {
        targetValue: target,
        customizedMetricSpecification: {
            metrics: [
                metric("visible", "Maximum", ofQueue),
                metric("inFlight", "Maximum", ofQueue),
                metric("running", "Average", ofService),
                { id: "backlog", expression: "(visible + inFlight) / running", returnData: true },
            ],
        },
    };
}

const moreThanAnyQueueHolds = 1_000_000_000;

type Dimensions = Readonly<Record<string, string>>;

function listed(dimensions: Dimensions): { name: string; value: string }[] {
    return Object.entries(dimensions).map(([name, value]) => ({ name, value }));
}

/** Messages that wait while no task runs; far below 0 while one does. */
export function waitingForFirstTask(
    backlogPerTask: pulumi.Input<BacklogScaling>,
    service: Split<ServiceReference>,
): pulumi.Input<cloudwatch.MetricAlarmMetricQuery>[] {
    const period = metricPeriodSeconds;
    const { clusterName: ClusterName, serviceName: ServiceName } = service;
    const QueueName = pulumi.output(backlogPerTask).queueName;
    return [
        { id: "visible", metric: { ...backlogMetrics.visible, dimensions: { QueueName }, period, stat: "Maximum" } },
        {
            id: "running",
            metric: { ...backlogMetrics.running, dimensions: { ClusterName, ServiceName }, period, stat: "Average" },
        },
        {
            id: "waiting",
            // Without a task there are no values of tasks, which FILL makes 0; where it has none at all to fill, so
            // does arithmetic, and a comparison would not.
            expression: `visible - ${moreThanAnyQueueHolds} * FILL(running, 0)`,
            label: "Messages while no task runs",
            returnData: true,
        },
    ];
}
