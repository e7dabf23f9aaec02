import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRtdAddress: readonly Example[] = [
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
                    'container "bert" has NEURON_RTD_ADDRESS "unix:/sock/other.sock", but container "neuron-rtd" listens on "unix:/sock/neuron-rtd.sock"; both must name one socket: set it to "unix:/sock/neuron-rtd.sock"',
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
                    'container "bert" has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, container "neuron-rtd": set it to "unix:/sock/neuron-rtd.sock"',
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
                    'container "bert" has NEURON_RTD_ADDRESS "/sock/neuron-rtd.sock", which is no socket; it must be unix: and an absolute path: set it to "unix:/sock/neuron-rtd.sock"',
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
                    'container "bert" has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, container "neuron-rtd": set it to "unix:/sock/neuron-rtd.sock"',
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
];
