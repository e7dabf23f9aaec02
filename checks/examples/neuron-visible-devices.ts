import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronVisibleDevicesExamples: readonly Example[] = [
    {
        title: "the devices are not contiguous",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "0,2" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and ' +
                    "2: the list must be contiguous; it must be ALL, or a contiguous ascending list of device " +
                    "indexes such as 0 or 0,1: set it to ALL",
            },
        ],
    },
    {
        title: "the sidecar has no devices",
        base: guide,
        changes: [{ remove: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES]" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has no AWS_NEURON_VISIBLE_DEVICES, without which it gets no Inferentia ' +
                    "device; it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: " +
                    "set it to ALL",
            },
        ],
    },
    {
        title: "only the model container has the devices",
        base: guide,
        changes: [
            {
                add: "containerDefinitions[model].environment",
                value: { name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" },
            },
            { remove: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES]" },
        ],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has no AWS_NEURON_VISIBLE_DEVICES, without which it gets no Inferentia ' +
                    "device; it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: " +
                    "set it to ALL",
            },
        ],
    },
    {
        title: "the list is empty",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "", but the list is empty; it must be ' +
                    "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL",
            },
        ],
    },
    {
        title: "ALL is in lower case",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "all" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "all", but item 1, "all", is not a ' +
                    "device index; it must be ALL, or a contiguous ascending list of device indexes such as 0 or " +
                    "0,1: set it to ALL",
            },
        ],
    },
    {
        title: "the devices do not ascend",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "1,0" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "1,0", but device 0 stands after 1: the ' +
                    "list must ascend; it must be ALL, or a contiguous ascending list of device indexes such as 0 " +
                    "or 0,1: set it to ALL",
            },
        ],
    },
    {
        title: "there is a blank in the list",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "0, 1" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0, 1", but item 2, " 1", has a blank; it ' +
                    "must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL",
            },
        ],
    },
    {
        title: "the instance type has no such device",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "0,1" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,1", but device 1 does not exist: ' +
                    "inf1.xlarge has 1 Inferentia chip (device 0); it must be ALL, or a contiguous ascending list " +
                    "of device indexes such as 0 or 0,1: set it to ALL",
            },
        ],
    },
    {
        title: "no Inf1 size has such a device",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "15,16" }],
        findings: [
            {
                path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                message:
                    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "15,16", but device 16 does not exist: ' +
                    "the largest Inf1 size has 16 chips; it must be ALL, or a contiguous ascending list of device " +
                    "indexes such as 0 or 0,1: set it to ALL",
            },
        ],
    },
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "the first two devices, and the instance type has them",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "0,1" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.6xlarge" }],
            },
        ],
        findings: [],
    },
    {
        title: "one device, and both instance types have it",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].environment[AWS_NEURON_VISIBLE_DEVICES].value", to: "3" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type in [inf1.6xlarge, inf1.24xlarge]" }],
            },
        ],
        findings: [],
    },
];
