import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ScalingArgs } from "../../../components";
import { backlog, backlogPerTask, bounds, created, messages, running, scaled, target } from "./harness";

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

describe("Scaling, from no task on,", () => {
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
});
