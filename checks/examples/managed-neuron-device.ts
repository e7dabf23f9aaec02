import { managedTask } from "./bases/managed";
import type { Example } from "./example";

const requirements = "containerDefinitions[model].resourceRequirements";
const path = "containerDefinitions[0].resourceRequirements";

export const managedNeuronDeviceExamples: readonly Example[] = [
    {
        title: "the container requires one device",
        base: managedTask,
        changes: [{ set: `${requirements}[0].value`, to: "1" }],
        findings: [
            {
                path,
                message:
                    'container "llm" requires NeuronDevice "1", but ECS assigns the devices of an instance only as ' +
                    "a whole: set the value to ALL",
            },
        ],
    },
    {
        title: "the container requires cores, which ECS does not know",
        base: managedTask,
        changes: [{ set: `${requirements}[0].type`, to: "NeuronCore" }],
        findings: [
            {
                path,
                message:
                    'container "llm" requires the resource "NeuronCore", which ECS does not know; it must be ' +
                    "NeuronDevice: set the type to it, with the value ALL",
            },
        ],
    },
    {
        title: "two containers require devices",
        base: managedTask,
        changes: [{ copy: "containerDefinitions[model]", as: "second" }],
        findings: [
            {
                path: "containerDefinitions[1].resourceRequirements",
                message:
                    'container "second" requires Neuron devices too, besides container "llm"; only one container ' +
                    "of a task can: remove one of the requirements",
            },
        ],
    },
    {
        title: "the container maps a device too",
        base: managedTask,
        changes: [
            {
                set: "containerDefinitions[model].linuxParameters",
                to: { devices: [{ hostPath: "/dev/neuron0", permissions: ["read", "write"] }] },
            },
        ],
        findings: [
            {
                path: "containerDefinitions[0].linuxParameters.devices",
                message:
                    'container "llm" maps Neuron devices, but ECS assigns them in this task; a task definition ' +
                    "cannot have both: remove the devices, or the resource requirement",
            },
        ],
    },
    {
        title: "the task requires EC2",
        base: managedTask,
        changes: [{ set: "requiresCompatibilities", to: ["EC2"] }],
        findings: [
            {
                path: "requiresCompatibilities",
                message:
                    "the task definition requires EC2, but ECS assigns Neuron devices only on Managed Instances: " +
                    "require MANAGED_INSTANCES, or leave requiresCompatibilities out",
            },
        ],
    },
    {
        title: "the task is placed on Inf1",
        base: managedTask,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
            { set: "containerDefinitions[model].image", to: "example.org/llm:1" },
            { set: "memory", to: "4096" },
            { set: "cpu", to: "2048" },
        ],
        findings: [
            {
                path: "placementConstraints",
                message:
                    "the task definition is placed on inf1.xlarge, but ECS assigns Neuron devices on no Inf1 " +
                    "instance: map the devices in the container, or place the task on Inf2 or Trainium",
            },
        ],
    },
    { title: "one container requires all devices", base: managedTask, changes: [], findings: [] },
    {
        title: "the task does not say what it requires",
        base: managedTask,
        changes: [{ remove: "requiresCompatibilities" }],
        findings: [],
    },
    {
        title: "the task may run on Managed Instances or on EC2",
        base: managedTask,
        changes: [{ set: "requiresCompatibilities", to: ["EC2", "MANAGED_INSTANCES"] }],
        findings: [],
    },
    {
        title: "the container takes a number of cores of its devices",
        base: managedTask,
        changes: [
            { add: "containerDefinitions[model].environment", value: { name: "NEURON_RT_NUM_CORES", value: "2" } },
        ],
        findings: [],
    },
];
