import { Policy } from "@pulumi/aws/appautoscaling";
import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import { isOutput } from "../engine/values";
import type { Split, WithRecords } from "../engine/record";
import type { ServiceReference } from "../service/service-reference";
import type { BacklogScaling, ScalingArgs, ScheduledScaling } from "./args";
import { waitingForFirstTask } from "./metrics";

/** What adds the first task. */
export interface FromZero {
    readonly policy: Policy;
    readonly alarm: MetricAlarm;
}

/** The service, as policies name it, and how long the first task may take. */
interface Scaled {
    readonly serviceNamespace: string;
    readonly scalableDimension: string;
    readonly resourceId: pulumi.Output<string>;
    /** Seconds. */
    readonly cooldown: pulumi.Input<number>;
}

/** Whether the service may have no task: by its bounds, or by those of a schedule. */
export function mayHaveNoTask({ min, schedule = [] }: WithRecords<ScalingArgs>): boolean {
    return [min, ...schedule.map(fewest)].some((one) => one === 0 || isOutput(one));
}

/**
 * Creates what adds the first task for the first message: a policy that tracks a target acts only above it, and so
 * leaves a message or two (copilot-cli#3376).
 */
export function createFromZero(
    name: string,
    { backlogPerTask, tags }: Pick<WithRecords<ScalingArgs>, "tags"> & { backlogPerTask: pulumi.Input<BacklogScaling> },
    service: Split<ServiceReference>,
    { cooldown, ...scaled }: Scaled,
    opts: pulumi.CustomResourceOptions,
): FromZero {
    const policy = new Policy(
        `${name}-from-zero`,
        {
            ...scaled,
            policyType: "StepScaling",
            stepScalingPolicyConfiguration: {
                // An exact number would take tasks away where all of them are being replaced.
                adjustmentType: "ChangeInCapacity",
                stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
                cooldown,
            },
        },
        opts,
    );
    const alarm = new MetricAlarm(
        `${name}-from-zero`,
        {
            alarmDescription: "Messages wait while no task runs: starts the first",
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            threshold: 1,
            // The values of tasks come later than those of the queue.
            evaluationPeriods: 3,
            metricQueries: waitingForFirstTask(backlogPerTask, service),
            treatMissingData: "notBreaching",
            alarmActions: [policy.arn],
            tags,
        },
        opts,
    );
    return { policy, alarm };
}

function fewest(time: pulumi.Input<ScheduledScaling>): unknown {
    return isOutput(time) ? time : (time as ScheduledScaling).min;
}
