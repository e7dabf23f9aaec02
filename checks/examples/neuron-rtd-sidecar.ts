import { guide, logRouter } from "./bases/guide";
import { inf2Stack, llm, service } from "./bases/inf2";
import { plainTask } from "./bases/plain";
import type { Example } from "./example";

function placed(expression: string): Example["changes"] {
    return [{ set: "placementConstraints", to: [{ type: "memberOf", expression }] }];
}

/** A container of one's own on Inf2, which serves something. */
const served: Example["changes"] = [
    { set: "containerDefinitions[model].image", to: "example.org/team/app:1" },
    { set: "containerDefinitions[model].portMappings", to: [{ containerPort: 8080 }] },
    ...placed("attribute:ecs.instance-type == inf2.xlarge"),
];

export const neuronRtdSidecarExamples: readonly Example[] = [
    {
        title: "the sidecar is not essential",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].essential", to: false }],
        findings: [
            {
                path: "containerDefinitions[1].essential",
                message:
                    'container "neuron-rtd" has essential false, but the task must end with its sidecar: set ' +
                    "essential to true, or leave it out",
            },
        ],
    },
    {
        title: "there is no sidecar",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn", to: [] },
            { remove: "containerDefinitions[sidecar]" },
        ],
        findings: [
            {
                path: "containerDefinitions",
                message:
                    "no container is a neuron-rtd sidecar; exactly one is required: add a container named " +
                    "neuron-rtd with the neuron-rtd image, on Inf1; elsewhere remove NEURON_RTD_ADDRESS and map the " +
                    "devices in the model container",
            },
        ],
    },
    {
        title: "there are two sidecars",
        base: guide,
        changes: [{ copy: "containerDefinitions[sidecar]", as: "neuron-rtd-2" }],
        findings: [
            {
                path: "containerDefinitions[2]",
                message:
                    'container "neuron-rtd-2" is a neuron-rtd sidecar too, besides container "neuron-rtd"; exactly ' +
                    "one is required, because they compete for the devices: remove one",
            },
        ],
    },
    {
        title: "there is no model container",
        base: guide,
        changes: [{ remove: "containerDefinitions[model]" }],
        findings: [
            {
                path: "containerDefinitions",
                message:
                    'no model container stands beside the sidecar, container "neuron-rtd"; at least one is ' +
                    "required: add the container that serves the model",
            },
        ],
    },
    {
        title: "a task on Inf2 is set up for no runtime",
        base: plainTask,
        changes: served,
        findings: [
            {
                path: "containerDefinitions",
                message:
                    "no container is a neuron-rtd sidecar, maps a Neuron device or requires one, so that none reaches " +
                    'a chip: for libnrt map the devices in the model container ("linuxParameters": {"devices": ' +
                    '[{"hostPath": "/dev/neuron0", …}]}), or for ECS Managed Instances require them ' +
                    '("resourceRequirements": [{"type": "NeuronDevice", "value": "ALL"}])',
            },
        ],
    },
    {
        title: "a task on Inf2 has the address of a daemon",
        base: plainTask,
        changes: [
            {
                set: "containerDefinitions[model].environment",
                to: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron.sock" }],
            },
            ...placed("attribute:ecs.instance-type == inf2.xlarge"),
        ],
        findings: [
            {
                path: "containerDefinitions",
                message:
                    "the task has NEURON_RTD_ADDRESS, for the runtime neuron-rtd, but inf2.xlarge needs the runtime " +
                    "libnrt, as neuron-rtd drives Inf1 only: remove the variable, and map the devices in the model " +
                    "container",
            },
        ],
    },
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "the sidecar is essential by default",
        base: guide,
        changes: [{ remove: "containerDefinitions[sidecar].essential" }],
        findings: [],
    },
    {
        title: "the sidecar has an image and a name of its own",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].containerName", to: "runtime" },
            {
                set: "containerDefinitions[sidecar].image",
                to: "123456789012.dkr.ecr.us-east-1.amazonaws.com/my-neuron:2",
            },
            { set: "containerDefinitions[sidecar].name", to: "runtime" },
        ],
        findings: [],
    },
    {
        title: "neuron-monitor asks the daemon on its socket",
        base: guide,
        changes: [
            {
                add: "containerDefinitions",
                value: {
                    name: "neuron-monitor",
                    image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/neuron-tools:1",
                    command: ["neuron-monitor", "-c", "/etc/monitor.conf"],
                    essential: false,
                    memoryReservation: 100,
                    mountPoints: [{ containerPath: "/sock", sourceVolume: "sock", readOnly: true }],
                },
            },
        ],
        findings: [],
    },
    {
        title: "the placement keeps a web task off Inferentia",
        base: plainTask,
        changes: placed("attribute:ecs.instance-type !~ inf.*"),
        findings: [],
    },
    {
        title: "an agent that measures runs on Inferentia",
        base: plainTask,
        changes: [
            {
                set: "containerDefinitions[model].image",
                to: "public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest",
            },
            ...placed("attribute:ecs.instance-type =~ inf2.*"),
        ],
        findings: [],
    },
    {
        title: "a service on Inf2 places a task that is set up for no runtime",
        base: inf2Stack,
        changes: [
            { set: `${llm}.Image`, to: "example.org/team/app:1" },
            { remove: `${llm}.LinuxParameters` },
            {
                set: `${service}.PlacementConstraints`,
                to: [
                    { Type: "distinctInstance" },
                    { Type: "memberOf", Expression: "attribute:ecs.instance-type == inf2.xlarge" },
                ],
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" places tasks of "TaskDefinition" on instances with chips, but no container of ' +
                    "it is a neuron-rtd sidecar, maps a Neuron device or requires one, so that none reaches " +
                    'a chip: for libnrt map the devices in the model container ("linuxParameters": {"devices": ' +
                    '[{"hostPath": "/dev/neuron0", …}]}), or for ECS Managed Instances require them ' +
                    '("resourceRequirements": [{"type": "NeuronDevice", "value": "ALL"}])',
            },
        ],
    },
    {
        title: "an agent of one's own mounts the instance's processes by a volume of Docker",
        base: plainTask,
        changes: [
            ...served,
            {
                set: "volumes",
                to: [
                    {
                        name: "proc",
                        dockerVolumeConfiguration: {
                            scope: "shared",
                            autoprovision: true,
                            driver: "local",
                            driverOpts: { type: "none", o: "bind", device: "/proc" },
                        },
                    },
                ],
            },
            {
                set: "containerDefinitions[model].mountPoints",
                to: [{ sourceVolume: "proc", containerPath: "/host/proc", readOnly: true }],
            },
        ],
        findings: [],
    },
    {
        title: "a privileged container on Inf2 has every device",
        base: plainTask,
        changes: [...served, { set: "containerDefinitions[model].privileged", to: true }],
        findings: [],
    },
    {
        title: "a container on Inferentia says that it is no model",
        base: plainTask,
        changes: [
            { set: "containerDefinitions[model].dockerLabels", to: { "ecs-inferentia.role": "other" } },
            ...placed("attribute:ecs.instance-type =~ inf2.*"),
        ],
        findings: [],
    },
    {
        title: "a log router runs beside it",
        base: guide,
        changes: [{ add: "containerDefinitions", value: logRouter }],
        findings: [],
    },
];
