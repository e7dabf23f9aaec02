import { guide, logRouter } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdStartsFirstExamples: readonly Example[] = [
    {
        title: "the model container does not wait for the sidecar",
        base: guide,
        changes: [{ remove: "containerDefinitions[model].dependsOn" }],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" does not depend on the sidecar, container "neuron-rtd"; it must start after ' +
                    'it: add {"containerName": "neuron-rtd", "condition": "START"} to dependsOn',
            },
        ],
    },
    {
        title: "the model container waits for another container only",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].containerName", to: "log-router" },
            { add: "containerDefinitions", value: logRouter },
        ],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" does not depend on the sidecar, container "neuron-rtd"; it must start after ' +
                    'it: add {"containerName": "neuron-rtd", "condition": "START"} to dependsOn',
            },
        ],
    },
    {
        title: "the model container waits for the end of the sidecar",
        base: guide,
        changes: [{ set: "containerDefinitions[model].dependsOn[0].condition", to: "COMPLETE" }],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" waits for container "neuron-rtd" with condition "COMPLETE", but the daemon ' +
                    "never exits; it must be START or HEALTHY: use START",
            },
        ],
    },
    {
        title: "the model container waits for HEALTHY, and the sidecar has no health check",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].condition", to: "HEALTHY" },
            { remove: "containerDefinitions[sidecar].healthCheck" },
        ],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" waits until container "neuron-rtd" is HEALTHY, but the sidecar has no ' +
                    "healthCheck, so that it never is: add one, or use START",
            },
        ],
    },
    {
        title: "the model container waits for HEALTHY, and the sidecar's health check is NONE",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].condition", to: "HEALTHY" },
            { set: "containerDefinitions[sidecar].healthCheck", to: { command: ["NONE"] } },
        ],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" waits until container "neuron-rtd" is HEALTHY, but the sidecar has no ' +
                    "healthCheck, so that it never is: add one, or use START",
            },
        ],
    },
    {
        title: "the containers wait for each other",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].dependsOn", to: [{ containerName: "[model]", condition: "START" }] },
        ],
        findings: [
            {
                path: "containerDefinitions[0].dependsOn",
                message:
                    'container "bert" waits for container "neuron-rtd", which waits for container "bert", so that ' +
                    "none of them starts; containers must not wait in a circle: remove one dependency",
            },
        ],
    },
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "the model container waits for HEALTHY, and the sidecar has a health check",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].condition", to: "HEALTHY" },
            {
                set: "containerDefinitions[sidecar].healthCheck",
                to: { command: ["CMD-SHELL", "test -S /sock/neuron-rtd.sock"] },
            },
        ],
        findings: [],
    },
    {
        title: "the model container waits for a container that waits for the sidecar",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].dependsOn[0].containerName", to: "model-download" },
            { set: "containerDefinitions[model].dependsOn[0].condition", to: "SUCCESS" },
            {
                add: "containerDefinitions",
                value: {
                    name: "model-download",
                    image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/download:1",
                    essential: false,
                    memoryReservation: 50,
                    dependsOn: [{ containerName: "[sidecar]", condition: "START" }],
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                    mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
                },
            },
        ],
        findings: [],
    },
];
