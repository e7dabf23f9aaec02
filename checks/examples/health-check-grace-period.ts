import { balancedStack, model } from "./bases/stack";
import type { Example } from "./example";

const grace = "Resources.Service.Properties.HealthCheckGracePeriodSeconds";
const targets = "Resources.Targets.Properties";

export const healthCheckGracePeriodExamples: readonly Example[] = [
    {
        title: "there is no grace period",
        base: balancedStack,
        changes: [{ remove: grace }],
        findings: [
            {
                resource: "Service",
                path: "healthCheckGracePeriodSeconds",
                message:
                    'service "Service" has no healthCheckGracePeriodSeconds, but its target group "Targets" finds a ' +
                    "task unhealthy after 60 seconds of failed checks, and ECS then stops it: give as many seconds " +
                    "as the model may take to load, such as 900",
            },
        ],
    },
    {
        title: "the grace period is 0",
        base: balancedStack,
        changes: [
            { set: grace, to: 0 },
            { set: `${targets}.UnhealthyThresholdCount`, to: 5 },
        ],
        findings: [
            {
                resource: "Service",
                path: "healthCheckGracePeriodSeconds",
                message:
                    'service "Service" has 0 healthCheckGracePeriodSeconds, but its target group "Targets" finds a ' +
                    "task unhealthy after 150 seconds of failed checks, and ECS then stops it: give as many seconds " +
                    "as the model may take to load, such as 900",
            },
        ],
    },
    {
        title: "the model's container is unhealthy while it loads",
        base: balancedStack,
        changes: [
            { remove: grace },
            { remove: "Resources.Service.Properties.LoadBalancers" },
            {
                set: `${model}.HealthCheck`,
                to: { Command: ["CMD-SHELL", "curl -f localhost:8501/v1/models/bert"], StartPeriod: 60 },
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "healthCheckGracePeriodSeconds",
                message:
                    'service "Service" has no healthCheckGracePeriodSeconds, but the health check of container "bert" ' +
                    "finds it unhealthy after 150 seconds, and ECS then stops its task: give as many seconds as the " +
                    "model may take to load, such as 900",
            },
        ],
    },
    { title: "there is a grace period", base: balancedStack, changes: [], findings: [] },
    {
        title: "the target group fails late enough by itself",
        base: balancedStack,
        changes: [
            { remove: grace },
            { set: `${targets}.HealthCheckIntervalSeconds`, to: 180 },
            { set: `${targets}.UnhealthyThresholdCount`, to: 3 },
        ],
        findings: [],
    },
    {
        title: "the stack does not show the target group",
        base: balancedStack,
        changes: [
            { remove: grace },
            {
                set: "Resources.Service.Properties.LoadBalancers[0].TargetGroupArn",
                to: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/0123456789abcdef",
            },
        ],
        findings: [],
    },
];
