import { model, stack } from "./bases/stack";
import type { Example } from "./example";

export const staticHostPortDeploymentExamples: readonly Example[] = [
    {
        title: "there is no instance to spare",
        base: stack,
        changes: [{ set: "Resources.Instances.Properties.MaxSize", to: "1" }],
        findings: [
            {
                resource: "Service",
                path: "deploymentConfiguration",
                message:
                    'the task of service "Service" holds the host port 8501, and a deployment must start a new ' +
                    "task before it stops an old one, but there is at most 1 instance: allow one more, lower the " +
                    "minimum healthy percent, or use dynamic ports (hostPort 0)",
            },
        ],
    },
    {
        title: "three tasks hold all three instances",
        base: stack,
        changes: [
            { set: "Resources.Instances.Properties.MaxSize", to: "3" },
            { set: "Resources.Service.Properties.DesiredCount", to: 3 },
        ],
        findings: [
            {
                resource: "Service",
                path: "deploymentConfiguration",
                message:
                    'the 3 tasks of service "Service" hold the host port 8501, and a deployment must start a new ' +
                    "task before it stops an old one, but there are at most 3 instances: allow one more, lower the " +
                    "minimum healthy percent, or use dynamic ports (hostPort 0)",
            },
        ],
    },
    {
        title: "new tasks all run beside the old ones",
        base: stack,
        changes: [
            { set: "Resources.Instances.Properties.MaxSize", to: "3" },
            { set: "Resources.Service.Properties.DesiredCount", to: 2 },
            { set: "Resources.Service.Properties.DeploymentConfiguration", to: { Strategy: "BLUE_GREEN" } },
        ],
        findings: [
            {
                resource: "Service",
                path: "deploymentConfiguration",
                message:
                    'the 2 tasks of service "Service" hold the host port 8501, and a deployment that is ' +
                    "not ROLLING runs all new tasks beside the old ones, but there are at most 3 instances: allow " +
                    "4, deploy by ROLLING, or use dynamic ports (hostPort 0)",
            },
        ],
    },
    { title: "there is one instance to spare", base: stack, changes: [], findings: [] },
    {
        title: "a deployment may stop a task first",
        base: stack,
        changes: [
            { set: "Resources.Instances.Properties.MaxSize", to: "1" },
            {
                set: "Resources.Service.Properties.DeploymentConfiguration",
                to: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
            },
        ],
        findings: [],
    },
    {
        title: "the port is dynamic",
        base: stack,
        changes: [
            { set: "Resources.Instances.Properties.MaxSize", to: "1" },
            { set: `${model}.PortMappings[0].HostPort`, to: 0 },
        ],
        findings: [],
    },
];
