import { inf2Stack, inf2Task, llm, service } from "./bases/inf2";
import { launching } from "./bases/stack";
import type { Example, ExpectedFinding } from "./example";

const devices = "containerDefinitions[model].linuxParameters.devices";
const path = "containerDefinitions[0].linuxParameters.devices";
const large = { set: "placementConstraints[1].expression", to: "attribute:ecs.instance-type == inf2.24xlarge" };
const second = { copy: "containerDefinitions[model]", as: "second" };
const taking = (container: string, name: string, value: string) => ({
    add: `containerDefinitions[${container}].environment`,
    value: { name, value },
});
const onTrn2 = { set: "placementConstraints[1].expression", to: "attribute:ecs.instance-type == trn2.3xlarge" };
const half = { set: "containerDefinitions[model].memory", to: 6000 };

/** A second service of the same task definition, on the same instances. */
const anotherService = [{ copy: "Resources.Service", as: "SecondService" }];

const own = (constraint: string) => [{ Type: "memberOf", Expression: constraint }, { Type: "distinctInstance" }];
const onSize = (size: string) => own(`attribute:ecs.instance-type == inf2.${size}`);
const beside = (name: string) => own(`not(task:group == service:${name})`);

/** What keeps the tasks of two services on instances of their own. */
const onOwnInstances: readonly (readonly [string, Example["changes"]])[] = [
    [
        "two services on the same capacity are held to sizes of their own",
        [
            ...launching("inf2.xlarge", "inf2.8xlarge"),
            ...anotherService,
            { set: `${service}.PlacementConstraints`, to: onSize("xlarge") },
            { set: "Resources.SecondService.Properties.PlacementConstraints", to: onSize("8xlarge") },
        ],
    ],
    [
        "two services on the same instances keep off each other's tasks",
        [
            ...anotherService,
            { set: `${service}.ServiceName`, to: "search" },
            { set: `${service}.PlacementConstraints`, to: beside("rank") },
            { set: "Resources.SecondService.Properties.ServiceName", to: "rank" },
            { set: "Resources.SecondService.Properties.PlacementConstraints", to: beside("search") },
        ],
    ],
    [
        "two services on the same instances do not fit beside each other, by their CPU",
        [...anotherService, { set: `${llm}.Cpu`, to: 4096 }],
    ],
];

/** Another rule advises how to keep them apart, whatever they share. */
function shared(one: string, other: string): readonly ExpectedFinding[] {
    return [
        {
            rule: "one-inference-task-per-instance",
            resource: one,
            path: "placementConstraints",
            message:
                `a task of service "${one}" and one of service "${other}" can be placed on one instance, where they ` +
                "share Neuron devices, which distinctInstance does not prevent: keep the two services apart, by a " +
                "capacity provider for each, or by different devices and sockets",
        },
        {
            resource: one,
            path: "taskDefinition",
            message:
                `service "${one}" and service "${other}" place tasks on the same instances, where they want the same ` +
                "cores of Neuron devices, or more than those have: give each NEURON_RT_VISIBLE_CORES of its own, or a " +
                "capacity provider of its own",
        },
    ];
}

export const libnrtDevicesExamples: readonly Example[] = [
    {
        title: "the container maps a device that the size does not have",
        base: inf2Task,
        changes: [{ set: `${devices}[0].hostPath`, to: "/dev/neuron1" }],
        findings: [
            {
                path,
                message:
                    'container "llm" maps "/dev/neuron1", which does not exist, as inf2.xlarge has 1 Inferentia2 chip ' +
                    "(device 0): map only those that it has",
            },
        ],
    },
    {
        title: "the container maps /dev/neuron*",
        base: inf2Task,
        changes: [{ set: `${devices}[0].hostPath`, to: "/dev/neuron*" }],
        findings: [
            {
                path,
                message:
                    'container "llm" maps "/dev/neuron*", which no instance has, as a device is one path with a ' +
                    "number: map /dev/neuron0 and those after it, each by its own path",
            },
        ],
    },
    {
        title: "the container has an image of the SDK, and no device",
        base: inf2Task,
        changes: [{ remove: devices }],
        findings: [
            {
                path,
                message:
                    'container "llm" has an image of the Neuron SDK, but no container of the task maps a Neuron ' +
                    "device, so that it reaches no chip: map /dev/neuron0 in it",
            },
        ],
    },
    {
        title: "the container takes more cores than Trainium2 has, of which two are one by default",
        base: inf2Task,
        changes: [onTrn2, taking("model", "NEURON_RT_NUM_CORES", "8")],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RT_NUM_CORES",
                message:
                    'container "llm" has NEURON_RT_NUM_CORES "8", but the device that it maps has at most 4 cores: ' +
                    "name fewer, or map more devices",
            },
        ],
    },
    {
        title: "the container can only read the device",
        base: inf2Task,
        changes: [{ set: `${devices}[0].permissions`, to: ["read"] }],
        findings: [
            {
                path,
                message:
                    'container "llm" maps "/dev/neuron0" without the permission to write; the runtime library ' +
                    "needs both: add write to its permissions",
            },
        ],
    },
    {
        title: "two containers map one device, and each takes all of its cores",
        base: inf2Task,
        changes: [half, second],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.devices",
                message:
                    'container "second" and container "llm" both map /dev/neuron0, and do not take different cores ' +
                    "of it, so that the second to start gets none: map different devices, or give each " +
                    "NEURON_RT_VISIBLE_CORES of its own",
            },
        ],
    },
    {
        title: "the container takes cores, and maps no device",
        base: inf2Task,
        changes: [{ remove: devices }, taking("model", "NEURON_RT_NUM_CORES", "2")],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RT_NUM_CORES",
                message:
                    'container "llm" has NEURON_RT_NUM_CORES "2", but maps no Neuron device, and so has no core: ' +
                    "map /dev/neuron0 in it",
            },
        ],
    },
    {
        title: "two containers take more cores of one device than it has",
        base: inf2Task,
        changes: [half, taking("model", "NEURON_RT_NUM_CORES", "2"), second],
        findings: [
            {
                path: "containerDefinitions[1].environment.NEURON_RT_NUM_CORES",
                message:
                    'container "second" has NEURON_RT_NUM_CORES "2", and takes 4 cores together with container ' +
                    '"llm", but /dev/neuron0, which they share, has at most 2: give each fewer, or devices of its own',
            },
        ],
    },
    {
        title: "two services on the same instances map one device",
        base: inf2Stack,
        changes: anotherService,
        findings: [...shared("Service", "SecondService"), ...shared("SecondService", "Service")],
    },
    {
        title: "two services on the same instances take more cores of one device than it has",
        base: inf2Stack,
        changes: [
            {
                set: "Resources.TaskDefinition.Properties.PlacementConstraints",
                to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf2.xlarge" }],
            },
            { set: `${llm}.Environment`, to: [{ Name: "NEURON_RT_NUM_CORES", Value: "2" }] },
            ...anotherService,
        ],
        findings: [...shared("Service", "SecondService"), ...shared("SecondService", "Service")],
    },
    {
        title: "two services on the same instances take one core each",
        base: inf2Stack,
        changes: [{ set: `${llm}.Environment`, to: [{ Name: "NEURON_RT_NUM_CORES", Value: "1" }] }, ...anotherService],
        findings: [],
    },
    { title: "the container maps the device of its size", base: inf2Task, changes: [], findings: [] },
    {
        title: "the container is privileged, which gives it every device",
        base: inf2Task,
        changes: [{ remove: devices }, { set: "containerDefinitions[model].privileged", to: true }],
        findings: [],
    },
    {
        title: "the container takes every core of Trainium2 by itself",
        base: inf2Task,
        changes: [
            onTrn2,
            taking("model", "NEURON_RT_NUM_CORES", "8"),
            taking("model", "NEURON_LOGICAL_NC_CONFIG", "1"),
        ],
        findings: [],
    },
    {
        title: "the container maps the last device of a larger size",
        base: inf2Task,
        changes: [large, { set: `${devices}[0].hostPath`, to: "/dev/neuron5" }],
        findings: [],
    },
    {
        title: "the container says nothing of permissions, which gives it all",
        base: inf2Task,
        changes: [{ remove: `${devices}[0].permissions` }],
        findings: [],
    },
    {
        title: "neuron-monitor reads the counters of the device that the model maps",
        base: inf2Task,
        changes: [half, second, { set: "containerDefinitions[second].command", to: ["neuron-monitor"] }],
        findings: [],
    },
    {
        title: "two containers share one device, each with a core of its own",
        base: inf2Task,
        changes: [
            half,
            second,
            taking("model", "NEURON_RT_VISIBLE_CORES", "0"),
            taking("second", "NEURON_RT_VISIBLE_CORES", "1"),
        ],
        findings: [],
    },
    {
        title: "two containers share one device, each with a number of cores",
        base: inf2Task,
        changes: [half, taking("model", "NEURON_RT_NUM_CORES", "1"), second],
        findings: [],
    },
    {
        title: "two containers that do not run at once map one device",
        base: inf2Task,
        changes: [
            half,
            second,
            {
                set: "containerDefinitions[second].dependsOn",
                to: [{ containerName: "llm", condition: "SUCCESS" }],
            },
        ],
        findings: [],
    },
    {
        title: "a container starts after others that end one after the other, the first of which maps the device too",
        base: inf2Task,
        changes: [
            half,
            second,
            {
                add: "containerDefinitions",
                value: {
                    name: "prepare",
                    image: "example.org/prepare:1",
                    memory: 512,
                    essential: false,
                    dependsOn: [{ containerName: "llm", condition: "SUCCESS" }],
                },
            },
            { set: "containerDefinitions[model].essential", to: false },
            {
                set: "containerDefinitions[second].dependsOn",
                to: [{ containerName: "prepare", condition: "COMPLETE" }],
            },
        ],
        findings: [],
    },
    ...onOwnInstances.map(([title, changes]) => ({
        title,
        base: inf2Stack,
        changes,
        findings: [],
    })),
    {
        title: "the container adds no capability",
        base: inf2Task,
        changes: [{ remove: "containerDefinitions[model].linuxParameters.capabilities" }],
        findings: [],
    },
    {
        title: "the service maps the device of the size that its capacity launches",
        base: inf2Stack,
        changes: [{ set: `${llm}.Environment`, to: [{ Name: "NEURON_RT_NUM_CORES", Value: "2" }] }],
        findings: [],
    },
];
