import { neuronRtdName } from "../../../contract";
import { changed, type ExampleChange } from "../change";
import type { Base } from "../example";
import { launchTemplate } from "./launch-template";

/** A service of the guide's task definition, with its cluster, instances and capacity provider. */
export const stack = {
    name: "a stack with a service on Inf1",
    roles: { model: "bert", sidecar: neuronRtdName },
    definition: {
        ...launchTemplate.definition,
        Resources: {
            ...launchTemplate.definition.Resources,
            Instances: {
                Type: "AWS::AutoScaling::AutoScalingGroup",
                Properties: {
                    MinSize: "0",
                    MaxSize: "2",
                    VPCZoneIdentifier: { Ref: "Subnets" },
                    LaunchTemplate: {
                        LaunchTemplateId: { Ref: "LaunchTemplate" },
                        Version: { "Fn::GetAtt": ["LaunchTemplate", "LatestVersionNumber"] },
                    },
                },
            },
            Inf1Capacity: {
                Type: "AWS::ECS::CapacityProvider",
                Properties: {
                    AutoScalingGroupProvider: {
                        AutoScalingGroupArn: { Ref: "Instances" },
                        ManagedScaling: { Status: "ENABLED", TargetCapacity: 100 },
                    },
                },
            },
            ClusterCapacity: {
                Type: "AWS::ECS::ClusterCapacityProviderAssociations",
                Properties: {
                    Cluster: { Ref: "Cluster" },
                    CapacityProviders: [{ Ref: "Inf1Capacity" }],
                    DefaultCapacityProviderStrategy: [],
                },
            },
            TaskDefinition: {
                Type: "AWS::ECS::TaskDefinition",
                Properties: {
                    Family: "ecs-neuron",
                    ContainerDefinitions: [
                        {
                            EntryPoint: ["sh", "-c"],
                            PortMappings: [{ ContainerPort: 8501, HostPort: 8501, Protocol: "tcp" }],
                            Command: [
                                "tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=bert " +
                                    "--model_base_path=/bert",
                            ],
                            Cpu: 0,
                            DependsOn: [{ ContainerName: "neuron-rtd", Condition: "START" }],
                            Environment: [{ Name: "NEURON_RTD_ADDRESS", Value: "unix:/sock/neuron-rtd.sock" }],
                            MountPoints: [{ ContainerPath: "/sock", SourceVolume: "sock" }],
                            MemoryReservation: 1000,
                            Image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1",
                            Essential: true,
                            Name: "bert",
                        },
                        {
                            EntryPoint: ["sh", "-c"],
                            Command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"],
                            Cpu: 0,
                            Environment: [{ Name: "AWS_NEURON_VISIBLE_DEVICES", Value: "ALL" }],
                            MountPoints: [{ ContainerPath: "/sock", SourceVolume: "sock" }],
                            MemoryReservation: 1000,
                            Image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                            LinuxParameters: { Capabilities: { Add: ["SYS_ADMIN", "IPC_LOCK"] } },
                            Name: "neuron-rtd",
                            Essential: true,
                        },
                    ],
                    Volumes: [{ Name: "sock", Host: { SourcePath: "/tmp/sock" } }],
                },
            },
            Service: {
                Type: "AWS::ECS::Service",
                Properties: {
                    Cluster: { Ref: "Cluster" },
                    TaskDefinition: { Ref: "TaskDefinition" },
                    DesiredCount: 1,
                    CapacityProviderStrategy: [{ CapacityProvider: { Ref: "Inf1Capacity" }, Weight: 1 }],
                    PlacementConstraints: [
                        { Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.xlarge" },
                        { Type: "distinctInstance" },
                    ],
                },
            },
        },
    },
} satisfies Base;

/** The paths of the containers. */
export const model = "Resources.TaskDefinition.Properties.ContainerDefinitions[model]";
export const sidecar = "Resources.TaskDefinition.Properties.ContainerDefinitions[sidecar]";

/** The same, behind a load balancer of somebody else. */
export const balancedStack: Base = {
    ...stack,
    name: "a stack with a service on Inf1 behind a load balancer",
    definition: changed(
        stack.definition,
        [
            { set: "Parameters.Vpc", to: { Type: "AWS::EC2::VPC::Id" } },
            {
                set: "Resources.Targets",
                to: {
                    Type: "AWS::ElasticLoadBalancingV2::TargetGroup",
                    Properties: {
                        VpcId: { Ref: "Vpc" },
                        Protocol: "HTTP",
                        Port: 80,
                        HealthCheckPath: "/v1/models/bert",
                        HealthCheckIntervalSeconds: 30,
                        UnhealthyThresholdCount: 2,
                    },
                },
            },
            {
                set: "Resources.Service.Properties.LoadBalancers",
                to: [{ ContainerName: "bert", ContainerPort: 8501, TargetGroupArn: { Ref: "Targets" } }],
            },
            { set: "Resources.Service.Properties.HealthCheckGracePeriodSeconds", to: 900 },
        ],
        stack.roles,
    ),
};

/** The same, scaled to as many tasks as its group has instances. */
export const scaledStack: Base = {
    ...stack,
    name: "a stack with a scaled service on Inf1",
    definition: changed(
        stack.definition,
        [
            {
                set: "Resources.Scaling",
                to: {
                    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
                    Properties: {
                        ServiceNamespace: "ecs",
                        ScalableDimension: "ecs:service:DesiredCount",
                        ResourceId: { "Fn::Sub": "service/${Cluster}/${Service.Name}" },
                        MinCapacity: 1,
                        MaxCapacity: 2,
                    },
                },
            },
        ],
        stack.roles,
    ),
};

/** The same, with a port that ECS chooses. */
export const dynamicPort: Base = {
    ...stack,
    name: "a stack whose service has a dynamic port",
    definition: changed(stack.definition, [{ set: `${model}.PortMappings[0].HostPort`, to: 0 }], stack.roles),
};

/** The same, with nothing but the capacity provider to keep the tasks on Inf1. */
export const placedByCapacity: Base = {
    ...stack,
    name: "a stack whose service is placed by its capacity provider alone",
    definition: changed(
        stack.definition,
        [{ set: "Resources.Service.Properties.PlacementConstraints", to: [{ Type: "distinctInstance" }] }],
        stack.roles,
    ),
};

/** Lets the group launch any of the instance types, whatever its launch template names. */
export function launching(...instanceTypes: readonly string[]): readonly ExampleChange[] {
    return [
        { remove: "Resources.Instances.Properties.LaunchTemplate" },
        {
            set: "Resources.Instances.Properties.MixedInstancesPolicy.LaunchTemplate",
            to: {
                LaunchTemplateSpecification: {
                    LaunchTemplateId: { Ref: "LaunchTemplate" },
                    Version: { "Fn::GetAtt": ["LaunchTemplate", "LatestVersionNumber"] },
                },
                Overrides: instanceTypes.map((InstanceType) => ({ InstanceType })),
            },
        },
    ];
}
