import { guide } from "./bases/guide";
import { stack } from "./bases/stack";
import type { Example } from "./example";

/** A rule that starts the task each night. */
function nightly(parameters: object): object {
    const EcsParameters = { TaskDefinitionArn: { Ref: "TaskDefinition" }, ...parameters };
    return {
        Type: "AWS::Events::Rule",
        Properties: {
            ScheduleExpression: "cron(0 3 * * ? *)",
            Targets: [{ Id: "score", Arn: { "Fn::GetAtt": ["Cluster", "Arn"] }, EcsParameters }],
        },
    };
}

export const neuronCompatibleLaunchType: readonly Example[] = [
    {
        title: "the service launches on Fargate",
        base: stack,
        changes: [
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
            { remove: "Resources.Service.Properties.PlacementConstraints" },
            { set: "Resources.Service.Properties.LaunchType", to: "FARGATE" },
        ],
        findings: [
            {
                resource: "Service",
                path: "launchType",
                message:
                    'service "Service" launches an inference task on FARGATE, which has no Inferentia or Trainium ' +
                    "chips: use a capacity provider of instances that have them, or launch type EC2",
            },
        ],
    },
    {
        title: "the task definition requires Fargate",
        base: guide,
        changes: [{ set: "requiresCompatibilities", to: ["FARGATE"] }],
        findings: [
            {
                path: "requiresCompatibilities",
                message:
                    "the task definition requires FARGATE, which has no Inferentia or Trainium chips: require EC2 " +
                    "instead, or leave requiresCompatibilities out",
            },
        ],
    },
    {
        title: "the task definition requires Fargate besides EC2",
        base: guide,
        changes: [{ set: "requiresCompatibilities", to: ["EC2", "FARGATE"] }],
        findings: [
            {
                path: "requiresCompatibilities",
                message:
                    "the task definition requires FARGATE, which has no Inferentia or Trainium chips: require EC2 " +
                    "instead, or leave requiresCompatibilities out",
            },
        ],
    },
    {
        title: "the service uses Fargate Spot capacity",
        base: stack,
        changes: [
            { set: "Resources.Service.Properties.CapacityProviderStrategy[0].CapacityProvider", to: "FARGATE_SPOT" },
            { remove: "Resources.Service.Properties.PlacementConstraints" },
        ],
        findings: [
            {
                resource: "Service",
                path: "capacityProviderStrategy",
                message:
                    'service "Service" launches an inference task on FARGATE_SPOT, which has no Inferentia or ' +
                    "Trainium chips: use a capacity provider of instances that have them, or launch type EC2",
            },
        ],
    },
    {
        title: "Fargate is the default capacity of the cluster",
        base: stack,
        changes: [
            { set: "Resources.ClusterCapacity.Properties.CapacityProviders", to: ["FARGATE"] },
            {
                set: "Resources.ClusterCapacity.Properties.DefaultCapacityProviderStrategy",
                to: [{ CapacityProvider: "FARGATE" }],
            },
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
            { remove: "Resources.Service.Properties.PlacementConstraints" },
        ],
        findings: [
            {
                resource: "Service",
                path: "defaultCapacityProviderStrategy",
                message:
                    'service "Service" launches an inference task on FARGATE, which has no Inferentia or Trainium ' +
                    "chips: use a capacity provider of instances that have them, or launch type EC2",
            },
        ],
    },
    {
        title: "a rule of EventBridge starts the task on Fargate",
        base: stack,
        changes: [{ set: "Resources.Nightly", to: nightly({ LaunchType: "FARGATE" }) }],
        findings: [
            {
                resource: "Nightly",
                path: "targets[0].ecsParameters.launchType",
                message:
                    'rule "Nightly" launches an inference task on FARGATE, which has no Inferentia or Trainium ' +
                    "chips: use a capacity provider of instances that have them, or launch type EC2",
            },
        ],
    },
    {
        title: "a rule of EventBridge starts the task on Inf1 capacity",
        base: stack,
        changes: [
            {
                set: "Resources.Nightly",
                to: nightly({ CapacityProviderStrategy: [{ CapacityProvider: { Ref: "Inf1Capacity" } }] }),
            },
        ],
        findings: [],
    },
    {
        title: "the task definition requires EC2",
        base: guide,
        changes: [{ set: "requiresCompatibilities", to: ["EC2"] }],
        findings: [],
    },
    { title: "the service uses Inf1 capacity", base: stack, changes: [], findings: [] },
];
