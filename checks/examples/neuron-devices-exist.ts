import { inf2Stack, llm } from "./bases/inf2";
import { instance } from "./bases/launch-template";
import { launching, placedByCapacity, sidecar, stack } from "./bases/stack";
import type { Example } from "./example";

export const neuronDevicesExistExamples: readonly Example[] = [
    {
        title: "the size that is launched has too few devices",
        base: placedByCapacity,
        changes: [{ set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1" }],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf1.xlarge, which has 1 Inferentia ' +
                    'chip (device 0), but container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1": set it to ' +
                    "ALL, or place the tasks on a size that has the devices",
            },
        ],
    },
    {
        title: "the smaller of two sizes has too few devices",
        base: placedByCapacity,
        changes: [
            ...launching("inf1.xlarge", "inf1.6xlarge"),
            { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1,2,3" },
        ],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf1.xlarge, which has 1 Inferentia ' +
                    'chip (device 0), but container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1,2,3": set it ' +
                    "to ALL, or place the tasks on a size that has the devices",
            },
        ],
    },
    {
        title: "the size that the service is placed on has too few devices",
        base: stack,
        changes: [
            ...launching("inf1.xlarge", "inf1.6xlarge"),
            { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1,2,3" },
        ],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf1.xlarge, which has 1 Inferentia ' +
                    'chip (device 0), but container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1,2,3": set it ' +
                    "to ALL, or place the tasks on a size that has the devices",
            },
        ],
    },
    {
        title: "the devices that are launched have fewer cores than a container takes",
        base: inf2Stack,
        changes: [{ set: `${llm}.Environment`, to: [{ Name: "NEURON_RT_VISIBLE_CORES", Value: "0-3" }] }],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf2.xlarge, which has 1 Inferentia2 ' +
                    'chip (device 0), but container "llm" has NEURON_RT_VISIBLE_CORES "0-3", and the device that it ' +
                    "maps has at most 2 cores there: name fewer, or place the tasks on a type whose devices have them",
            },
        ],
    },
    {
        title: "a container takes the cores that the devices have",
        base: inf2Stack,
        changes: [{ set: `${llm}.Environment`, to: [{ Name: "NEURON_RT_VISIBLE_CORES", Value: "0-1" }] }],
        findings: [],
    },
    {
        title: "the sidecar takes all devices",
        base: placedByCapacity,
        changes: [],
        findings: [],
    },
    {
        title: "the sidecar takes the first device",
        base: placedByCapacity,
        changes: [{ set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0" }],
        findings: [],
    },
    {
        title: "the size that is launched has the devices",
        base: placedByCapacity,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf1.6xlarge" },
            { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1" },
        ],
        findings: [],
    },
    {
        title: "the service is placed on the larger of two sizes",
        base: stack,
        changes: [
            ...launching("inf1.xlarge", "inf1.6xlarge"),
            { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1,2,3" },
            {
                set: "Resources.Service.Properties.PlacementConstraints[0].Expression",
                to: "attribute:ecs.instance-type == inf1.6xlarge",
            },
        ],
        findings: [],
    },
    {
        title: "only the larger of the two sizes that are launched has room for the task",
        base: placedByCapacity,
        changes: [
            ...launching("inf1.xlarge", "inf1.6xlarge"),
            { set: `${sidecar}.Environment[AWS_NEURON_VISIBLE_DEVICES].Value`, to: "0,1,2,3" },
            { set: `${sidecar}.MemoryReservation`, to: 16000 },
        ],
        findings: [],
    },
];
