import type * as pulumi from "@pulumi/pulumi";
import { metricStatistics, maxTasksPerService } from "../../contract";
import type { Reference } from "../engine/record";
import { targetReference, type TargetReference } from "../route/target-reference";
import { serviceReference, type ServiceReference } from "../service/service-reference";
import { list, map, object, optional, required, type Check, type Fields } from "../validation/shape";
import { anyText, integer, oneOf, tags, text } from "../validation/values";
import { cronProblem } from "./cron";
import { timeZone } from "./time-zone";

/** Scaling by a metric of CloudWatch that falls as tasks are added. */
export interface MetricScaling {
    /** The namespace, as `AWS/SageMaker` or one of your own. */
    namespace: pulumi.Input<string>;
    /** The name of the metric. */
    metricName: pulumi.Input<string>;
    /** Its dimensions, all of them. Default: none. */
    dimensions?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
    /** `Average`, `Minimum`, `Maximum`, `SampleCount` or `Sum`. Default: `Average`. */
    statistic?: pulumi.Input<string> | undefined;
    /** The value to hold. */
    target: pulumi.Input<number>;
}

/** Scaling by the messages of an SQS queue. */
export interface BacklogScaling {
    /** The name of the queue, in the service's account and region. */
    queueName: pulumi.Input<string>;
    /** Messages for each task, those in flight with them. */
    target: pulumi.Input<number>;
}

/** Other bounds from a time on, until another one comes. */
export interface ScheduledScaling {
    /** The time: minutes, hours, day of month, month, day of week, year, as `0 8 ? * MON-FRI *`. */
    cron: pulumi.Input<string>;
    /** The time zone, as `Europe/Berlin`. Default: `UTC`. */
    timeZone?: pulumi.Input<string> | undefined;
    /** The fewest tasks from then on. Default: as it was. */
    min?: pulumi.Input<number> | undefined;
    /** The most tasks from then on. Default: as it was. */
    max?: pulumi.Input<number> | undefined;
}

/** What `Scaling` takes: the bounds, and at least one metric or a schedule. */
export interface ScalingArgs {
    /**
     * The `service` of a `Service` with `ignoreDesiredCount: true`, or one of your own; in TypeScript also the
     * component.
     */
    service: Reference<ServiceReference, "service">;
    /**
     * The fewest tasks; AWS starts what is missing at once. 0 needs what lifts the service again: `backlogPerTask`, a
     * `metric` that has values while no task runs, or a `schedule`. Where the schedule has a `min`, the one at the
     * beginning only.
     */
    min: pulumi.Input<number>;
    /**
     * The most tasks: no more than the service's pool can hold while it is deployed. Where the schedule has a `max`,
     * the one at the beginning only.
     */
    max: pulumi.Input<number>;
    /** Requests for each task in a minute, which come by `route`. Default: not scaled by it. */
    requestsPerTarget?: pulumi.Input<number> | undefined;
    /**
     * The `target` of a `Route` of an Application Load Balancer, whose requests count; or one of your own with
     * `loadBalancerArn`; in TypeScript also the component. It goes with `requestsPerTarget`. Default: none.
     */
    route?: Reference<TargetReference, "target"> | undefined;
    /** Percent of the CPU that the tasks reserve, on average. Default: not scaled by it. */
    cpu?: pulumi.Input<number> | undefined;
    /** Percent of the memory that the tasks reserve, on average. Default: not scaled by it. */
    memory?: pulumi.Input<number> | undefined;
    /** A metric of CloudWatch. Default: none. */
    metric?: pulumi.Input<MetricScaling> | undefined;
    /**
     * Messages in a queue for each task. With `min: 0`, an alarm starts the first task for the first message, some
     * three minutes after it; after six hours in which nobody touched the queue, up to 15 minutes more. It needs
     * Container Insights, which a `Cluster` has. Default: not scaled by it.
     */
    backlogPerTask?: pulumi.Input<BacklogScaling> | undefined;
    /**
     * Other bounds at times that come again. The bounds that it changes are then its own: neither an update nor a
     * refresh sets them back. Default: none.
     */
    schedule?: pulumi.Input<ScheduledScaling>[] | undefined;
    /** Seconds from taking tasks away until more may go; none go during a deployment. Default: 900. */
    scaleInCooldown?: pulumi.Input<number> | undefined;
    /** Seconds from adding tasks until more may come for the same load: the time to load a model. Default: 900. */
    scaleOutCooldown?: pulumi.Input<number> | undefined;
    /** Tags on its resources. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

const positive: Check = (value, path, problems) => {
    if (!(typeof value === "number" && value > 0)) {
        problems.add(path, `is ${typeof value === "number" ? value : "no number"}, but must be a number above 0`);
    }
};

const cron: Check = (value, path, problems) => {
    const reason = typeof value === "string" ? cronProblem(value) : "is no string";
    if (reason !== undefined) {
        problems.add(path, `${reason}; give six fields, such as 0 8 ? * MON-FRI *`);
    }
};

const tasks = integer(0, maxTasksPerService, "tasks");
const seconds = integer(0, Infinity, "seconds");
const target = required(positive, "give the value to hold");

export const scalingFields: Fields<ScalingArgs> = {
    service: serviceReference,
    min: required(tasks, "give the fewest tasks"),
    max: required(tasks, "give the most tasks"),
    requestsPerTarget: integer(1, Infinity, "requests"),
    route: optional(targetReference),
    cpu: integer(1, Infinity, "percent"),
    memory: integer(1, Infinity, "percent"),
    metric: object<MetricScaling>("a metric", {
        namespace: required(anyText, "give the namespace"),
        metricName: required(anyText, "give the name of the metric"),
        dimensions: map(anyText, "an object of dimensions"),
        statistic: oneOf(metricStatistics),
        target,
    }),
    backlogPerTask: object<BacklogScaling>("the backlog of a queue", {
        queueName: required(
            text(/^[\w-]{1,80}(\.fifo)?$/, "the name of a queue, without its URL or ARN"),
            "give the name of the queue",
        ),
        target,
    }),
    schedule: list(
        object<ScheduledScaling>("bounds from a time on", {
            cron: required(cron, "give the time, such as 0 8 ? * MON-FRI *"),
            timeZone,
            min: tasks,
            max: tasks,
        }),
        "a list with at least one time",
    ),
    scaleInCooldown: seconds,
    scaleOutCooldown: seconds,
    tags,
};
