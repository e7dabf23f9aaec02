import { guide } from "./bases/guide";
import { plainTask } from "./bases/plain";
import { stack } from "./bases/stack";
import type { ExampleChange } from "./change";
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

const tgi =
    "763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-tgi-inference:" +
    "2.1.2-optimum0.0.27-neuronx-py310-ubuntu22.04";

const onFargate = [
    { set: "containerDefinitions[model].image", to: tgi },
    { set: "requiresCompatibilities", to: ["FARGATE"] },
];

/** A job definition of Batch that maps a device. */
function job(platform: string): object {
    return {
        Type: "AWS::Batch::JobDefinition",
        Properties: {
            Type: "container",
            PlatformCapabilities: [platform],
            ContainerProperties: {
                Image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm-neuronx:1",
                ResourceRequirements: [
                    { Type: "VCPU", Value: "8" },
                    { Type: "MEMORY", Value: "8000" },
                ],
                LinuxParameters: { Devices: [{ HostPath: "/dev/neuron0", Permissions: ["READ", "WRITE"] }] },
            },
        },
    };
}

/** The job, and a rule that submits it to a queue with one compute environment. */
function submitted(computeResources: object): readonly ExampleChange[] {
    const order = [{ Order: 1, ComputeEnvironment: { Ref: "Environment" } }];
    const target = { Id: "job", Arn: { Ref: "Queue" }, BatchParameters: { JobDefinition: { Ref: "Job" } } };
    const resources = {
        Job: job("EC2"),
        Environment: { Type: "AWS::Batch::ComputeEnvironment", Properties: { ComputeResources: computeResources } },
        Queue: { Type: "AWS::Batch::JobQueue", Properties: { ComputeEnvironmentOrder: order } },
        Nightly: { Type: "AWS::Events::Rule", Properties: { Targets: [target] } },
    };
    return Object.entries(resources).map(([id, to]) => ({ set: `Resources.${id}`, to }));
}

export const neuronCompatibleLaunchTypeExamples: readonly Example[] = [
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
                    "instead, or leave it out",
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
                    "instead, or leave it out",
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
                path: 'defaultCapacityProviderStrategy of "ClusterCapacity"',
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
        title: "a Batch job that maps a device requires Fargate",
        base: stack,
        changes: [{ set: "Resources.Job", to: job("FARGATE") }],
        findings: [
            {
                resource: "Job",
                path: "platformCapabilities",
                message:
                    "the task definition requires FARGATE, which has no Inferentia or Trainium chips: require EC2 " +
                    "instead, or leave it out",
            },
        ],
    },
    {
        title: "a Batch job on EC2 maps a device",
        base: stack,
        changes: [{ set: "Resources.Job", to: job("EC2") }],
        findings: [],
    },
    {
        title: "a rule submits a Batch job to a queue on Fargate",
        base: stack,
        changes: submitted({ Type: "FARGATE" }),
        findings: [
            {
                resource: "Nightly",
                path: "targets[0].arn",
                message:
                    'rule "Nightly" launches an inference task on FARGATE, which has no Inferentia or Trainium ' +
                    "chips: submit the job to a queue of instances that have them",
            },
        ],
    },
    {
        title: "a rule submits a Batch job to a queue of Inf2 instances",
        base: stack,
        changes: submitted({ Type: "SPOT", InstanceTypes: ["inf2"] }),
        findings: [],
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
    {
        title: "an image whose tag says Neuron runs on Fargate",
        base: plainTask,
        changes: onFargate,
        findings: [
            {
                path: "requiresCompatibilities",
                message:
                    "the task definition requires FARGATE, which has no Inferentia or Trainium chips: require EC2 " +
                    "instead, or leave it out",
            },
        ],
    },
    {
        title: "a container compiles a model on Fargate, which needs no chip",
        base: plainTask,
        changes: [
            ...onFargate,
            {
                set: "containerDefinitions[model].command",
                to: ["optimum-cli", "export", "neuron", "--model", "bert", "out"],
            },
        ],
        findings: [],
    },
    { title: "the service uses Inf1 capacity", base: stack, changes: [], findings: [] },
];
