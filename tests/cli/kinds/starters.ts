import { inf2Stack, service } from "../../../checks/examples/bases/inf2";
import { kind, remove, resource, set, type Kind } from "./kind";
import { others, onOther } from "./others";

/** What starts the task on the instances of its cluster, in place of the service. */
const noService = remove("Resources.Service");
const cluster = { "Fn::GetAtt": ["Cluster", "Arn"] };
const RoleArn = "arn:aws:iam::123456789012:role/starts";
const parameters = {
    TaskDefinitionArn: { Ref: "TaskDefinition" },
    CapacityProviderStrategy: [{ CapacityProvider: { Ref: "Inf1Capacity" }, Weight: 1 }],
};
const state = "Resources.Machine.Properties.Definition.States.Run.Parameters";

/** A job of Batch, its queue, and the instances of that. */
const batch = (...InstanceTypes: string[]) => [
    ...["Cluster", "LaunchTemplate", "Instances", "Inf1Capacity", "ClusterCapacity", "TaskDefinition", "Service"].map(
        (id) => remove(`Resources.${id}`),
    ),
    resource("Job", "AWS::Batch::JobDefinition", {
        Type: "container",
        PlatformCapabilities: ["EC2"],
        ContainerProperties: {
            Image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/llm-neuronx:1",
            ResourceRequirements: [
                { Type: "VCPU", Value: "4" },
                { Type: "MEMORY", Value: "8000" },
            ],
            LinuxParameters: {
                Devices: [{ HostPath: "/dev/neuron0", ContainerPath: "/dev/neuron0", Permissions: ["READ", "WRITE"] }],
            },
        },
    }),
    resource("Environment", "AWS::Batch::ComputeEnvironment", {
        Type: "MANAGED",
        ComputeResources: { Type: "EC2", InstanceTypes, MaxvCpus: 16, Subnets: { Ref: "Subnets" } },
    }),
    resource("Queue", "AWS::Batch::JobQueue", {
        Priority: 1,
        ComputeEnvironmentOrder: [{ Order: 1, ComputeEnvironment: { Ref: "Environment" } }],
    }),
    resource("Nightly", "AWS::Events::Rule", {
        ScheduleExpression: "rate(1 day)",
        Targets: [
            {
                Id: "job",
                Arn: { Ref: "Queue" },
                RoleArn,
                BatchParameters: { JobDefinition: { Ref: "Job" }, JobName: "score" },
            },
        ],
    }),
];

/** What the nodes of a parallel job run, with some Neuron devices, and those of EFA. */
const node = (devices: number) => ({
    Image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/llm-neuronx:1",
    InstanceType: "trn1.32xlarge",
    ResourceRequirements: [
        { Type: "VCPU", Value: "32" },
        { Type: "MEMORY", Value: "128000" },
    ],
    LinuxParameters: {
        Devices: [
            ...Array.from({ length: devices }, (_, index) => `/dev/neuron${index}`),
            ...Array.from({ length: 8 }, (_, index) => `/dev/infiniband/uverbs${index}`),
        ].map((path) => ({ HostPath: path, ContainerPath: path, Permissions: ["READ", "WRITE"] })),
    },
});

/** Everything that starts a task. */
export const starters: readonly Kind[] = [
    kind(
        "a rule that starts the task on Inf2, and on Fargate",
        inf2Stack,
        [
            noService,
            resource("Nightly", "AWS::Events::Rule", {
                ScheduleExpression: "rate(1 day)",
                Targets: [{ Id: "score", Arn: cluster, RoleArn, EcsParameters: parameters }],
            }),
        ],
        [
            set("Resources.Nightly.Properties.Targets[0].EcsParameters", {
                TaskDefinitionArn: { Ref: "TaskDefinition" },
                LaunchType: "FARGATE",
            }),
        ],
        "Nightly neuron-compatible-launch-type mandatory",
    ),
    kind(
        "a schedule that starts the task on Inf2, and on others",
        inf2Stack,
        [
            noService,
            ...others,
            resource("Nightly", "AWS::Scheduler::Schedule", {
                ScheduleExpression: "rate(1 day)",
                FlexibleTimeWindow: { Mode: "OFF" },
                Target: { Arn: cluster, RoleArn, EcsParameters: parameters },
            }),
        ],
        [set("Resources.Nightly.Properties.Target.EcsParameters.CapacityProviderStrategy", [onOther(1)])],
        "Nightly neuron-placement mandatory",
    ),
    kind(
        "a state machine that starts the task on Inf2, and with more cores than that has",
        inf2Stack,
        [
            noService,
            resource("Machine", "AWS::StepFunctions::StateMachine", {
                RoleArn,
                Definition: {
                    StartAt: "Run",
                    States: {
                        Run: {
                            Type: "Task",
                            Resource: "arn:aws:states:::ecs:runTask.sync",
                            Parameters: {
                                Cluster: { Ref: "Cluster" },
                                // The ARN would leave a plan without the whole text.
                                TaskDefinition: "llm",
                                CapacityProviderStrategy: parameters.CapacityProviderStrategy,
                            },
                            End: true,
                        },
                    },
                },
            }),
        ],
        [
            set(`${state}.Overrides`, {
                ContainerOverrides: [{ Name: "llm", Environment: [{ Name: "NEURON_RT_NUM_CORES", Value: "8" }] }],
            }),
        ],
        "Machine neuron-devices-exist mandatory",
    ),
    kind(
        "a task set on the instances of its cluster, and on Fargate",
        inf2Stack,
        [
            set(service, { Cluster: { Ref: "Cluster" }, DeploymentController: { Type: "EXTERNAL" } }),
            resource("Set", "AWS::ECS::TaskSet", {
                Cluster: { Ref: "Cluster" },
                Service: { Ref: "Service" },
                TaskDefinition: { Ref: "TaskDefinition" },
                CapacityProviderStrategy: parameters.CapacityProviderStrategy,
            }),
        ],
        [
            remove("Resources.Set.Properties.CapacityProviderStrategy"),
            set("Resources.Set.Properties.LaunchType", "FARGATE"),
        ],
        "Set neuron-compatible-launch-type mandatory",
    ),
    kind(
        "a job of Batch on Inf2, and on others",
        inf2Stack,
        batch("inf2.xlarge"),
        [set("Resources.Environment.Properties.ComputeResources.InstanceTypes", ["m5"])],
        "Nightly neuron-placement mandatory",
    ),
    kind(
        "nodes of a parallel job on Trainium with the devices that it has, and with one more",
        inf2Stack,
        [
            ...batch("trn1.32xlarge", "c5.large"),
            ...["Queue", "Nightly"].map((id) => remove(`Resources.${id}`)),
            set("Resources.Job.Properties", {
                Type: "multinode",
                NodeProperties: {
                    NumNodes: 2,
                    MainNode: 0,
                    NodeRangeProperties: [{ TargetNodes: "0:", Container: node(16) }],
                },
            }),
        ],
        [set("Resources.Job.Properties.NodeProperties.NodeRangeProperties[0].Container", node(17))],
        "Job libnrt-devices mandatory",
    ),
    kind(
        "a job of Batch with a device on EC2, and on Fargate",
        inf2Stack,
        [...batch("inf2.xlarge"), ...["Environment", "Queue", "Nightly"].map((id) => remove(`Resources.${id}`))],
        [set("Resources.Job.Properties.PlatformCapabilities", ["FARGATE"])],
        "Job neuron-compatible-launch-type mandatory",
    ),
];
