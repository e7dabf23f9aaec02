import { guide } from "./bases/guide";
import { inf2Stack, inf2Task, llm, service } from "./bases/inf2";
import { instance } from "./bases/launch-template";
import { launching, placedByCapacity } from "./bases/stack";
import type { Example } from "./example";

const registry = "763104351884.dkr.ecr.us-west-2.amazonaws.com";
const inf1Image = `${registry}/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.0-ubuntu20.04`;
const image = "containerDefinitions[model].image";
const placedOnInf1 = {
    set: "placementConstraints[1].expression",
    to: "attribute:ecs.instance-type == inf1.xlarge",
};
const vllm = "public.ecr.aws/neuron/pytorch-inference-vllm-neuronx";
const vllm21 = `${vllm}:0.21.0.1.0.0-neuronx-py313-sdk2.31.0-ubuntu24.04`;
const onTrn2 = { set: "placementConstraints[1].expression", to: "attribute:ecs.instance-type == trn2.3xlarge" };
const remedy = "use the image for that chip, or place the task on instances that the image is for";

export const neuronImageSupportsInstanceExamples: readonly Example[] = [
    {
        title: "the image is for Inf1, the task for Inf2",
        base: inf2Task,
        changes: [{ set: image, to: inf1Image }],
        findings: [
            {
                path: "containerDefinitions[0].image",
                message:
                    'container "llm" has the image "pytorch-inference-neuron", but the task is placed on inf2.xlarge, ' +
                    `on which it cannot run, as its neuron frameworks are for Inferentia: ${remedy}`,
            },
        ],
    },
    {
        title: "the image is for Inf2, the task for Inf1",
        base: inf2Task,
        changes: [placedOnInf1, { set: "containerDefinitions[model].memory", to: 6553 }],
        findings: [
            {
                path: "containerDefinitions[0].image",
                message:
                    'container "llm" has the image "pytorch-inference-neuronx", but the task is placed on inf1.xlarge, ' +
                    `on which it cannot run, as its neuronx frameworks are for Inferentia2, Trainium, Trainium2: ${remedy}`,
            },
        ],
    },
    {
        title: "the image for Inf1 has an SDK that no longer serves it",
        base: inf2Task,
        changes: [
            placedOnInf1,
            { set: "containerDefinitions[model].memory", to: 6553 },
            {
                set: image,
                to: "public.ecr.aws/neuron/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.21.0-ubuntu20.04",
            },
        ],
        findings: [
            {
                path: "containerDefinitions[0].image",
                message:
                    'container "llm" has the image "neuron/pytorch-inference-neuron", but the task is placed on ' +
                    "inf1.xlarge, on which it cannot run, as SDK 2.21 has no runtime library for it: 2.20 is the last one " +
                    `that has: ${remedy}`,
            },
        ],
    },
    {
        title: "the service runs the image for Inf1 on Inf2",
        base: inf2Stack,
        changes: [{ set: `${llm}.Image`, to: inf1Image }],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf2.xlarge, on which container "llm" ' +
                    'cannot run its image "pytorch-inference-neuron", as its neuron frameworks are for Inferentia: ' +
                    remedy,
            },
        ],
    },
    {
        title: "the capacity provider launches Inf1 besides",
        base: inf2Stack,
        changes: launching("inf2.xlarge", "inf1.2xlarge"),
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf1.2xlarge, on which container "llm" ' +
                    'cannot run its image "pytorch-inference-neuronx", as its neuronx frameworks are for Inferentia2, ' +
                    `Trainium, Trainium2: ${remedy}`,
            },
        ],
    },
    {
        title: "vLLM 0.21 and newer is for Trainium2, the task for Inf2",
        base: inf2Task,
        changes: [{ set: image, to: vllm21 }],
        findings: [
            {
                path: "containerDefinitions[0].image",
                message:
                    'container "llm" has the image "neuron/pytorch-inference-vllm-neuronx", but the task is placed on ' +
                    `inf2.xlarge, on which it cannot run, as its vLLM, 0.21 or newer, is for Trainium2: ${remedy}`,
            },
        ],
    },
    {
        title: "a sidecar of an image of one's own is on Inf2",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].image", to: "123456789012.dkr.ecr.us-east-1.amazonaws.com/rtd:1" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.8xlarge" }],
            },
        ],
        findings: [
            {
                path: "containerDefinitions[1]",
                message:
                    'container "neuron-rtd" is a neuron-rtd sidecar, but the task is placed on inf2.8xlarge, which ' +
                    "needs the runtime libnrt, as neuron-rtd drives Inf1 only: remove the sidecar and map the devices " +
                    "in the model container, or place the task on Inf1",
            },
        ],
    },
    {
        title: "vLLM on NxD Inference has an SDK that no longer serves Inf2",
        base: inf2Task,
        changes: [{ set: image, to: `${vllm}:0.16.0-neuronx-py312-sdk2.29.0-ubuntu24.04` }],
        findings: [
            {
                path: "containerDefinitions[0].image",
                message:
                    'container "llm" has the image "neuron/pytorch-inference-vllm-neuronx", but the task is placed on ' +
                    "inf2.xlarge, on which it cannot run, as SDK 2.29 has no NxD Inference, which its vLLM needs, for " +
                    `it: 2.28 is the last one that has: ${remedy}`,
            },
        ],
    },
    {
        title: "the service of a task with a sidecar is on Inf2",
        base: placedByCapacity,
        changes: [{ set: `${instance}.InstanceType`, to: "inf2.xlarge" }],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'service "Service" may place tasks of "TaskDefinition" on inf2.xlarge, which needs the runtime ' +
                    'libnrt, as neuron-rtd drives Inf1 only, and container "neuron-rtd" is a neuron-rtd sidecar: ' +
                    "remove the sidecar and map the devices in the model container, or place the task on Inf1",
            },
        ],
    },
    {
        title: "vLLM 0.21 runs on Trainium2",
        base: inf2Task,
        changes: [onTrn2, { set: image, to: vllm21 }],
        findings: [],
    },
    {
        title: "vLLM on NxD Inference runs on Inf2 with the last SDK for it",
        base: inf2Task,
        changes: [{ set: image, to: `${vllm}:0.13.0-neuronx-py312-sdk2.28.0-ubuntu24.04` }],
        findings: [],
    },
    {
        title: "neuron-monitor of an image for Inf2 watches Inf1",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.2xlarge" }],
            },
            {
                add: "containerDefinitions",
                value: {
                    name: "monitor",
                    image: `${registry}/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04`,
                    command: ["neuron-monitor"],
                    memoryReservation: 100,
                },
            },
        ],
        findings: [],
    },
    { title: "the image is for Inf2, as the task", base: inf2Task, changes: [], findings: [] },
    { title: "the service runs the image for Inf2 on Inf2", base: inf2Stack, changes: [], findings: [] },
    {
        title: "the image for Inf2 runs on Trainium",
        base: inf2Stack,
        changes: [{ set: `${instance}.InstanceType`, to: "trn1.2xlarge" }],
        findings: [],
    },
    {
        title: "the image for Inf1 runs on Inf1, with the last SDK for it",
        base: inf2Task,
        changes: [placedOnInf1, { set: "containerDefinitions[model].memory", to: 6553 }, { set: image, to: inf1Image }],
        findings: [],
    },
    {
        title: "the task may run on Inf1 too, but the stack does not show that there is any",
        base: inf2Task,
        changes: [
            {
                set: "placementConstraints[1].expression",
                to: "attribute:ecs.instance-type in [inf1.2xlarge, inf2.xlarge]",
            },
        ],
        findings: [],
    },
    {
        title: "the service keeps its tasks off the chips that the image is not for",
        base: inf2Stack,
        changes: [
            ...launching("inf2.xlarge", "inf1.2xlarge"),
            {
                add: `${service}.PlacementConstraints`,
                value: { Type: "memberOf", Expression: "attribute:ecs.instance-type == inf2.xlarge" },
            },
        ],
        findings: [],
    },
    {
        title: "an image of somebody else says neuron without x",
        base: inf2Task,
        changes: [{ set: image, to: "michaelf34/infinity:0.0.71-neuron" }],
        findings: [],
    },
];
