import { inf2Stack, inf2Task, llm, service } from "./bases/inf2";
import { instance } from "./bases/launch-template";
import { launching } from "./bases/stack";
import type { Example } from "./example";

const remedy = "ask for less, or place the task on a larger type";
const memory = "containerDefinitions[model].memory";

export const neuronTaskFitsExamples: readonly Example[] = [
    {
        title: "the task asks for all the memory of its instance",
        base: inf2Task,
        changes: [{ set: memory, to: 16384 }],
        findings: [
            {
                path: "containerDefinitions",
                message:
                    "the task asks for 16384 MiB of memory, but is placed on inf2.xlarge, which registers no more than " +
                    `16128 MiB: ${remedy}`,
            },
        ],
    },
    {
        title: "the task as a whole asks for too much memory",
        base: inf2Task,
        changes: [{ set: "memory", to: "32 GB" }],
        findings: [
            {
                path: "memory",
                message:
                    "the task asks for 32768 MiB of memory, but is placed on inf2.xlarge, which registers no more than " +
                    `16128 MiB: ${remedy}`,
            },
        ],
    },
    {
        title: "the task asks for more CPU than its instance has",
        base: inf2Task,
        changes: [{ set: "containerDefinitions[model].cpu", to: 4097 }],
        findings: [
            {
                path: "containerDefinitions",
                message: `the task asks for 4097 CPU units, but is placed on inf2.xlarge, which has 4096: ${remedy}`,
            },
        ],
    },
    {
        title: "the task asks for more than trn1.32xlarge was seen to register",
        base: inf2Task,
        changes: [
            { set: "placementConstraints[1].expression", to: "attribute:ecs.instance-type == trn1.32xlarge" },
            { set: memory, to: 508416 },
        ],
        findings: [
            {
                path: "containerDefinitions",
                message:
                    "the task asks for 508416 MiB of memory, but is placed on trn1.32xlarge, which registers no more " +
                    `than 507821 MiB: ${remedy}`,
            },
        ],
    },
    {
        title: "the task asks for ARM beside an image of AWS's, and is placed anywhere",
        base: inf2Task,
        changes: [{ remove: "placementConstraints" }, { set: "runtimePlatform", to: { cpuArchitecture: "ARM64" } }],
        findings: [
            {
                path: "runtimePlatform.cpuArchitecture",
                message:
                    "the task asks for the architecture ARM64, but has an image of AWS's for Neuron, which is for " +
                    "x86_64 and Linux: set cpuArchitecture to X86_64, and build the image for it",
            },
        ],
    },
    {
        title: "the task asks for ARM",
        base: inf2Task,
        changes: [{ set: "runtimePlatform", to: { cpuArchitecture: "ARM64" } }],
        findings: [
            {
                path: "runtimePlatform.cpuArchitecture",
                message:
                    "the task asks for the architecture ARM64, but is placed on inf2.xlarge, which has x86_64 " +
                    "processors and Linux: set cpuArchitecture to X86_64, and build the image for it",
            },
        ],
    },
    {
        title: "the task asks for Windows",
        base: inf2Task,
        changes: [{ set: "runtimePlatform", to: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }],
        findings: [
            {
                path: "runtimePlatform.operatingSystemFamily",
                message:
                    "the task asks for Windows, but is placed on inf2.xlarge, which has x86_64 processors and " +
                    "Linux: set operatingSystemFamily to LINUX",
            },
        ],
    },
    {
        title: "the task requires external instances",
        base: inf2Task,
        changes: [{ set: "requiresCompatibilities", to: ["EXTERNAL"] }],
        findings: [
            {
                path: "requiresCompatibilities",
                message:
                    "the task definition requires EXTERNAL instances, which are machines outside EC2 and have no " +
                    "Inferentia or Trainium chip: require EC2 instead",
            },
        ],
    },
    {
        title: "the service's instances are too small",
        base: inf2Stack,
        changes: [{ set: `${llm}.Memory`, to: 16384 }],
        findings: [
            {
                resource: "Service",
                path: "taskDefinition",
                message:
                    'tasks of "TaskDefinition" ask for 16384 MiB of memory, but service "Service" places them on ' +
                    `inf2.xlarge, which registers no more than 16128 MiB: ${remedy}`,
            },
        ],
    },
    {
        title: "the service launches on external instances",
        base: inf2Stack,
        changes: [{ remove: `${service}.CapacityProviderStrategy` }, { set: `${service}.LaunchType`, to: "EXTERNAL" }],
        findings: [
            {
                resource: "Service",
                path: "launchType",
                message:
                    'service "Service" launches a Neuron task on EXTERNAL instances, which are machines outside ' +
                    "EC2 and have no Inferentia or Trainium chip: require EC2 instead",
            },
        ],
    },
    { title: "the task asks for four fifths of the memory, and no CPU", base: inf2Task, changes: [], findings: [] },
    {
        title: "the task asks for less than the instance has, and perhaps for more than it registers",
        base: inf2Task,
        changes: [{ set: memory, to: 15600 }],
        findings: [],
    },
    {
        title: "a soft limit fits, whatever the hard one",
        base: inf2Task,
        changes: [
            { set: memory, to: 20000 },
            { set: "containerDefinitions[model].memoryReservation", to: 1000 },
        ],
        findings: [],
    },
    {
        title: "one of the types that the task may run on is large enough",
        base: inf2Task,
        changes: [
            { set: memory, to: 16384 },
            {
                set: "placementConstraints[1].expression",
                to: "attribute:ecs.instance-type in [inf2.xlarge, trn1.2xlarge]",
            },
        ],
        findings: [],
    },
    {
        title: "one of the types that are launched is large enough",
        base: inf2Stack,
        changes: [{ set: `${llm}.Memory`, to: 16384 }, ...launching("inf2.xlarge", "trn1.2xlarge")],
        findings: [],
    },
    {
        title: "the service's tasks fit",
        base: inf2Stack,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf2.8xlarge" },
            { set: `${llm}.Memory`, to: 100000 },
        ],
        findings: [],
    },
];
