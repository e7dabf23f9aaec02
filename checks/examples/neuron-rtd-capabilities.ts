import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdCapabilitiesExamples: readonly Example[] = [
    {
        title: "the sidecar adds only SYS_ADMIN",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].linuxParameters.capabilities.add", to: ["SYS_ADMIN"] }],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add IPC_LOCK; the daemon needs both SYS_ADMIN and IPC_LOCK: ' +
                    "add it by name",
            },
        ],
    },
    {
        title: "the sidecar adds no capability",
        base: guide,
        changes: [{ remove: "containerDefinitions[sidecar].linuxParameters" }],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK; the daemon needs both SYS_ADMIN ' +
                    "and IPC_LOCK: add them by name",
            },
        ],
    },
    {
        title: "a capability is written with CAP_",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[sidecar].linuxParameters.capabilities.add",
                to: ["CAP_SYS_ADMIN", "IPC_LOCK"],
            },
        ],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add SYS_ADMIN; the daemon needs both SYS_ADMIN and IPC_LOCK: ' +
                    "add it by name",
            },
        ],
    },
    {
        title: "the sidecar adds ALL instead",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].linuxParameters.capabilities.add", to: ["ALL"] }],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK (ALL does not count); the daemon ' +
                    "needs both SYS_ADMIN and IPC_LOCK: add them by name",
            },
            {
                rule: "neuron-rtd-least-privilege",
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" adds the capability ALL, far more than any container of an inference ' +
                    "task needs: name the ones that it needs",
            },
        ],
    },
    {
        title: "the sidecar is privileged instead",
        base: guide,
        changes: [
            { remove: "containerDefinitions[sidecar].linuxParameters" },
            { set: "containerDefinitions[sidecar].privileged", to: true },
        ],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK (privileged does not count); the ' +
                    "daemon needs both SYS_ADMIN and IPC_LOCK: add them by name",
            },
            {
                rule: "neuron-rtd-least-privilege",
                path: "containerDefinitions[1].privileged",
                message:
                    'container "neuron-rtd" is privileged, which no container of an inference task needs: leave ' +
                    "privileged out",
            },
        ],
    },
    {
        title: "the model container adds them instead",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].linuxParameters.capabilities.add", to: ["SYS_ADMIN", "IPC_LOCK"] },
            { remove: "containerDefinitions[sidecar].linuxParameters" },
        ],
        findings: [
            {
                path: "containerDefinitions[1].linuxParameters.capabilities.add",
                message:
                    'container "neuron-rtd" does not add SYS_ADMIN and IPC_LOCK; the daemon needs both SYS_ADMIN ' +
                    "and IPC_LOCK: add them by name",
            },
            {
                rule: "neuron-rtd-least-privilege",
                path: "containerDefinitions[0].linuxParameters.capabilities.add",
                message: 'container "bert" adds SYS_ADMIN, which only the neuron-rtd sidecar needs: remove it',
            },
        ],
    },
    ...["1000", "nobody", "1000:0"].map((user): Example => ({
        title: `the sidecar runs as ${user}`,
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].user", to: user }],
        findings: [
            {
                path: "containerDefinitions[1].user",
                message:
                    'container "neuron-rtd" runs as another user than root, in whose processes added capabilities have ' +
                    "no effect; the daemon needs SYS_ADMIN and IPC_LOCK: leave user out, or set it to root",
            },
        ],
    })),
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "the sidecar adds one more capability",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[sidecar].linuxParameters.capabilities.add",
                to: ["IPC_LOCK", "NET_ADMIN", "SYS_ADMIN"],
            },
        ],
        findings: [],
    },
    ...["root", "0", "0:0", "root:video"].map((user): Example => ({
        title: `the sidecar runs as ${user}`,
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].user", to: user }],
        findings: [],
    })),
    {
        title: "the sidecar drops what it adds, which Docker does first",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].linuxParameters.capabilities.drop", to: ["ALL", "SYS_ADMIN"] }],
        findings: [],
    },
    {
        title: "the model container runs as another user",
        base: guide,
        changes: [{ set: "containerDefinitions[model].user", to: "1000" }],
        findings: [],
    },
];
