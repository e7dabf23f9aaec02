import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdSharedVolumeExamples: readonly Example[] = [
    {
        title: "the model container does not mount the volume",
        base: guide,
        changes: [{ set: "containerDefinitions[model].mountPoints", to: [] }],
        findings: [
            {
                path: "containerDefinitions[0].mountPoints",
                message:
                    'container "bert" mounts no declared task volume above its socket ' +
                    '"unix:/sock/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                    "declare it in volumes, and mount it in both",
            },
        ],
    },
    {
        title: "the sidecar does not mount the volume",
        base: guide,
        changes: [{ remove: "containerDefinitions[sidecar].mountPoints" }],
        findings: [
            {
                path: "containerDefinitions[1].mountPoints",
                message:
                    'container "neuron-rtd" mounts no declared task volume above its socket ' +
                    '"unix:/sock/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                    "declare it in volumes, and mount it in both",
            },
        ],
    },
    {
        title: "the volume is not declared",
        base: guide,
        changes: [{ set: "volumes", to: [] }],
        findings: [
            {
                path: "containerDefinitions[1].mountPoints",
                message:
                    'container "neuron-rtd" mounts no declared task volume above its socket ' +
                    '"unix:/sock/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                    "declare it in volumes, and mount it in both",
            },
            {
                path: "containerDefinitions[0].mountPoints",
                message:
                    'container "bert" mounts no declared task volume above its socket ' +
                    '"unix:/sock/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                    "declare it in volumes, and mount it in both",
            },
        ],
    },
    {
        title: "the model container mounts another volume",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].mountPoints[0].sourceVolume", to: "other" },
            { add: "volumes", value: { name: "other" } },
        ],
        findings: [
            {
                path: "containerDefinitions[0].mountPoints",
                message:
                    'container "bert" has volume "other" where the socket should be, but container "neuron-rtd" ' +
                    'puts it on volume "sock"; both must mount the same volume: mount "sock"',
            },
        ],
    },
    {
        title: "the model container mounts the volume beside the socket",
        base: guide,
        changes: [{ set: "containerDefinitions[model].mountPoints[0].containerPath", to: "/socket" }],
        findings: [
            {
                path: "containerDefinitions[0].mountPoints",
                message:
                    'container "bert" mounts no declared task volume above its socket ' +
                    '"unix:/sock/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                    "declare it in volumes, and mount it in both",
            },
        ],
    },
    {
        title: "the sidecar cannot write to the volume",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].mountPoints[0].readOnly", to: true }],
        findings: [
            {
                path: "containerDefinitions[1].mountPoints",
                message:
                    'container "neuron-rtd" mounts volume "sock" with readOnly, but must create its socket there: ' +
                    "leave readOnly out",
            },
        ],
    },
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "the two mount it at different paths",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value",
                to: "unix:/run/neuron/neuron-rtd.sock",
            },
            { set: "containerDefinitions[model].mountPoints[0].containerPath", to: "/run/neuron" },
        ],
        findings: [],
    },
    { title: "Docker chooses the directory", base: guide, changes: [{ remove: "volumes[sock].host" }], findings: [] },
    {
        title: "the model container cannot write to it",
        base: guide,
        changes: [{ set: "containerDefinitions[model].mountPoints[0].readOnly", to: true }],
        findings: [],
    },
    {
        title: "the model container takes the volumes of the sidecar",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].mountPoints", to: [] },
            { set: "containerDefinitions[model].volumesFrom", to: [{ sourceContainer: "neuron-rtd" }] },
        ],
        findings: [],
    },
    {
        title: "the mount is written with more slashes",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].mountPoints[0].containerPath", to: "/sock//" },
            { set: "containerDefinitions[sidecar].mountPoints[0].containerPath", to: "/./sock/" },
        ],
        findings: [],
    },
    {
        title: "both use the daemon's default socket",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].command", to: ["neuron-rtd"] },
            { set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value", to: "unix:/run/neuron.sock" },
            { set: "containerDefinitions[model].mountPoints[0].containerPath", to: "/run" },
            { set: "containerDefinitions[sidecar].mountPoints[0].containerPath", to: "/run" },
        ],
        findings: [],
    },
];
