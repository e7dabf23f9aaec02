import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdLeastPrivilegeExamples: readonly Example[] = [
    {
        title: "the sidecar is privileged",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].privileged", to: true }],
        findings: [
            {
                path: "containerDefinitions[1].privileged",
                message:
                    'container "neuron-rtd" is privileged, which no container of an inference task needs: leave ' +
                    "privileged out",
            },
        ],
    },
    {
        title: "the model container is privileged",
        base: guide,
        changes: [{ set: "containerDefinitions[model].privileged", to: true }],
        findings: [
            {
                path: "containerDefinitions[0].privileged",
                message:
                    'container "bert" is privileged, which no container of an inference task needs: leave ' +
                    "privileged out",
            },
        ],
    },
    {
        title: "a proxy beside them is privileged",
        base: guide,
        changes: [
            {
                add: "containerDefinitions",
                value: {
                    name: "envoy",
                    image: "envoyproxy/envoy:v1.31",
                    essential: false,
                    memoryReservation: 128,
                    privileged: true,
                },
            },
        ],
        findings: [
            {
                path: "containerDefinitions[2].privileged",
                message:
                    'container "envoy" is privileged, which no container of an inference task needs: leave ' +
                    "privileged out",
            },
        ],
    },
    {
        title: "the model container adds SYS_ADMIN",
        base: guide,
        changes: [{ set: "containerDefinitions[model].linuxParameters.capabilities.add", to: ["SYS_ADMIN"] }],
        findings: [
            {
                path: "containerDefinitions[0].linuxParameters.capabilities.add",
                message: 'container "bert" adds SYS_ADMIN, which only the neuron-rtd sidecar needs: remove it',
            },
        ],
    },
    {
        title: "the model container adds ALL",
        base: guide,
        changes: [{ set: "containerDefinitions[model].linuxParameters.capabilities.add", to: ["ALL"] }],
        findings: [
            {
                path: "containerDefinitions[0].linuxParameters.capabilities.add",
                message:
                    'container "bert" adds the capability ALL, far more than any container of an inference task ' +
                    "needs: name the ones that it needs",
            },
        ],
    },
    {
        title: "cAdvisor beside them is privileged, to see the instance",
        base: guide,
        changes: [
            {
                add: "containerDefinitions",
                value: {
                    name: "cadvisor",
                    image: "gcr.io/cadvisor/cadvisor:v0.47.0",
                    memoryReservation: 100,
                    privileged: true,
                },
            },
        ],
        findings: [],
    },
    {
        title: "the model container says that it is not privileged",
        base: guide,
        changes: [{ set: "containerDefinitions[model].privileged", to: false }],
        findings: [],
    },
    {
        title: "the model container adds IPC_LOCK",
        base: guide,
        changes: [{ set: "containerDefinitions[model].linuxParameters.capabilities.add", to: ["IPC_LOCK"] }],
        findings: [],
    },
];
