import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdAddressExamples: readonly Example[] = [
    {
        title: "the model container looks for another socket",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value", to: "unix:/sock/other.sock" },
        ],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has NEURON_RTD_ADDRESS "unix:/sock/other.sock", but container "neuron-rtd" ' +
                    'listens on "unix:/sock/neuron-rtd.sock"; both must name one socket: set it to ' +
                    '"unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    {
        title: "the model container has no address",
        base: guide,
        changes: [{ remove: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS]" }],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the ' +
                    'sidecar, container "neuron-rtd": set it to "unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    {
        title: "the address has no scheme",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value", to: "/sock/neuron-rtd.sock" },
        ],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has NEURON_RTD_ADDRESS "/sock/neuron-rtd.sock", which is no socket; it must ' +
                    'be unix: and an absolute path: set it to "unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    {
        title: "only the sidecar has the address",
        base: guide,
        changes: [
            { remove: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS]" },
            {
                add: "containerDefinitions[sidecar].environment",
                value: { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" },
            },
        ],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the ' +
                    'sidecar, container "neuron-rtd": set it to "unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    {
        title: "sh -c drops the option, which stands in a word of its own",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].command", to: ["neuron-rtd", "-g", "unix:/sock/neuron-rtd.sock"] },
        ],
        findings: [
            {
                rule: "neuron-rtd-shared-volume",
                path: "containerDefinitions[1].mountPoints",
                message:
                    'container "neuron-rtd" mounts no declared task volume above its socket ' +
                    '"unix:/run/neuron.sock"; the sidecar and the model container must share one there: declare it ' +
                    "in volumes, and mount it in both",
            },
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has NEURON_RTD_ADDRESS "unix:/sock/neuron-rtd.sock", but container ' +
                    '"neuron-rtd" starts the daemon without -g, which its shell keeps for itself, so that it listens ' +
                    'on its default, "unix:/run/neuron.sock"; both must name one socket: start the daemon with -g ' +
                    '"unix:/sock/neuron-rtd.sock" in the shell\'s one text',
            },
        ],
    },
    {
        title: "the daemon starts without -g",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].entryPoint", to: ["neuron-rtd"] },
            { set: "containerDefinitions[sidecar].command", to: [] },
        ],
        findings: [
            {
                rule: "neuron-rtd-shared-volume",
                path: "containerDefinitions[1].mountPoints",
                message:
                    'container "neuron-rtd" mounts no declared task volume above its socket ' +
                    '"unix:/run/neuron.sock"; the sidecar and the model container must share one there: declare it ' +
                    "in volumes, and mount it in both",
            },
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has NEURON_RTD_ADDRESS "unix:/sock/neuron-rtd.sock", but container ' +
                    '"neuron-rtd" starts the daemon without -g, so that it listens on its default, ' +
                    '"unix:/run/neuron.sock"; both must name one socket: start the daemon with -g ' +
                    '"unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    {
        title: "the address names a TCP port",
        base: guide,
        changes: [{ set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value", to: "localhost:46000" }],
        findings: [
            {
                path: "containerDefinitions[0].environment.NEURON_RTD_ADDRESS",
                message:
                    'container "bert" has NEURON_RTD_ADDRESS "localhost:46000", which is a TCP address; it must ' +
                    "name a Unix socket on a volume that the containers share, as unix: and an absolute path: set " +
                    'it to "unix:/sock/neuron-rtd.sock"',
            },
        ],
    },
    { title: "all is as in the guide", base: guide, changes: [], findings: [] },
    {
        title: "both use another socket",
        base: guide,
        changes: [
            { set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value", to: "unix:/sock/a.sock" },
            { set: "containerDefinitions[sidecar].command", to: ["exec neuron-rtd -g unix:/sock/a.sock"] },
        ],
        findings: [],
    },
    {
        title: "the address has three slashes",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value",
                to: "unix:///sock/neuron-rtd.sock",
            },
        ],
        findings: [],
    },
    {
        title: "one of the two writes more slashes",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[model].environment[NEURON_RTD_ADDRESS].value",
                to: "unix:/sock//./neuron-rtd.sock",
            },
        ],
        findings: [],
    },
    {
        title: "an init process starts the daemon",
        base: guide,
        changes: [
            { set: "containerDefinitions[sidecar].entryPoint", to: ["tini", "--"] },
            {
                set: "containerDefinitions[sidecar].command",
                to: ["bash", "-lc", "exec neuron-rtd -g 'unix:/sock/neuron-rtd.sock'"],
            },
        ],
        findings: [],
    },
    {
        title: "sh -c hands the words after it on",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[sidecar].command",
                to: ['exec "$@"', "sh", "neuron-rtd", "-g", "unix:/sock/neuron-rtd.sock"],
            },
        ],
        findings: [],
    },
    {
        title: "the sidecar's own environment has the socket",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[sidecar].command",
                to: ["neuron-rtd -g unix:${DIRECTORY:-/run}/neuron-rtd.sock"],
            },
            { add: "containerDefinitions[sidecar].environment", value: { name: "DIRECTORY", value: "/sock" } },
        ],
        findings: [],
    },
    {
        title: "only the image may know the variable",
        base: guide,
        changes: [{ set: "containerDefinitions[sidecar].command", to: ["neuron-rtd -g $SOCKET"] }],
        findings: [],
    },
    {
        title: "the image has the command line",
        base: guide,
        changes: [
            { remove: "containerDefinitions[sidecar].entryPoint" },
            { remove: "containerDefinitions[sidecar].command" },
        ],
        findings: [],
    },
];
