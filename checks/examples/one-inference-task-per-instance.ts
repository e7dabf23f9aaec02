import { instance } from "./bases/launch-template";
import { dynamicPort, model, sidecar } from "./bases/stack";
import type { ExampleChange } from "./change";
import type { Example } from "./example";

/** Two services that the placement lets onto one instance, the first with devices 0 and 1. */
function twoServices(devicesOfTheSecond: string): readonly ExampleChange[] {
    return [
        { set: `${instance}.InstanceType`, to: "inf1.6xlarge" },
        { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1" },
        {
            set: "Resources.Service.Properties.PlacementConstraints",
            to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.6xlarge" }],
        },
        {
            set: "Resources.Service.Properties.DeploymentConfiguration",
            to: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
        },
        { copy: "Resources.TaskDefinition", as: "SecondTaskDefinition" },
        { set: "Resources.SecondTaskDefinition.Properties.Family", to: "ecs-neuron-2" },
        {
            set: "Resources.SecondTaskDefinition.Properties.ContainerDefinitions[sidecar].Environment[AWS_NEURON_VISIBLE_DEVICES].Value",
            to: devicesOfTheSecond,
        },
        { copy: "Resources.Service", as: "SecondService" },
        { set: "Resources.SecondService.Properties.TaskDefinition.Ref", to: "SecondTaskDefinition" },
    ];
}

/** Docker makes a directory for each task, so that no two tasks share the socket. */
const ownSockets: readonly ExampleChange[] = [{ remove: "Resources.TaskDefinition.Properties.Volumes[sock].Host" }];

export const oneInferenceTaskPerInstanceExamples: readonly Example[] = [
    {
        title: "two tasks of the service fit on one instance",
        base: dynamicPort,
        changes: [
            {
                set: "Resources.Service.Properties.PlacementConstraints",
                to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'two tasks of service "Service" can be placed on one instance, where they compete for the same ' +
                    'Neuron devices: add the placement constraint {"type": "distinctInstance"} to the service',
            },
        ],
    },
    {
        title: "two services share a device",
        base: dynamicPort,
        changes: [...ownSockets, ...twoServices("1,2")],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'a task of service "Service" and one of service "SecondService" can be placed on one instance, ' +
                    "where they share Neuron devices, which distinctInstance does not prevent: keep the two " +
                    "services apart, by a capacity provider for each, or by different devices and sockets",
            },
            {
                resource: "SecondService",
                path: "placementConstraints",
                message:
                    'a task of service "SecondService" and one of service "Service" can be placed on one instance, ' +
                    "where they share Neuron devices, which distinctInstance does not prevent: keep the two " +
                    "services apart, by a capacity provider for each, or by different devices and sockets",
            },
        ],
    },
    {
        title: "two services share a socket",
        base: dynamicPort,
        changes: twoServices("2,3"),
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'a task of service "Service" and one of service "SecondService" can be placed on one instance, ' +
                    "where they share the socket on the instance, which distinctInstance does not prevent: keep " +
                    "the two services apart, by a capacity provider for each, or by different devices and sockets",
            },
            {
                resource: "SecondService",
                path: "placementConstraints",
                message:
                    'a task of service "SecondService" and one of service "Service" can be placed on one instance, ' +
                    "where they share the socket on the instance, which distinctInstance does not prevent: keep " +
                    "the two services apart, by a capacity provider for each, or by different devices and sockets",
            },
        ],
    },
    {
        title: "each task has an instance of its own",
        base: dynamicPort,
        changes: [],
        findings: [],
    },
    {
        title: "a static host port keeps two tasks apart",
        base: dynamicPort,
        changes: [
            { set: `${model}.PortMappings[0].HostPort`, to: 8501 },
            {
                set: "Resources.Service.Properties.PlacementConstraints",
                to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        findings: [],
    },
    {
        title: "two services use different devices and sockets",
        base: dynamicPort,
        changes: [...ownSockets, ...twoServices("2,3")],
        findings: [],
    },
];
