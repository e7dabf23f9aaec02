import { guide } from "./bases/guide";
import type { Example } from "./example";

export const neuronRuntimeMixedExamples: readonly Example[] = [
    {
        title: "the model container maps a Neuron device",
        base: guide,
        changes: [{ set: "containerDefinitions[model].linuxParameters.devices", to: [device("/dev/neuron0")] }],
        findings: [
            {
                path: "containerDefinitions[0].linuxParameters.devices",
                message:
                    'container "bert" maps "/dev/neuron0" for Runtime 2.x, and has NEURON_RTD_ADDRESS for Runtime ' +
                    "1.x; it must be set up for one of the two: remove the devices, or remove NEURON_RTD_ADDRESS",
            },
        ],
    },
    {
        title: "the model container maps many Neuron devices",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[model].linuxParameters.devices",
                to: [device("/dev/neuron0"), device("/dev/neuron1"), device("/dev/neuron2"), device("/dev/neuron3")],
            },
        ],
        findings: [
            {
                path: "containerDefinitions[0].linuxParameters.devices",
                message:
                    'container "bert" maps "/dev/neuron0", "/dev/neuron1", "/dev/neuron2", … for Runtime 2.x, and ' +
                    "has NEURON_RTD_ADDRESS for Runtime 1.x; it must be set up for one of the two: remove the " +
                    "devices, or remove NEURON_RTD_ADDRESS",
            },
        ],
    },
    {
        title: "the model container maps another device",
        base: guide,
        changes: [
            {
                set: "containerDefinitions[model].linuxParameters.devices",
                to: [{ hostPath: "/dev/fuse", containerPath: "/dev/fuse" }],
            },
        ],
        findings: [],
    },
];

function device(path: string): object {
    return { hostPath: path, containerPath: path, permissions: ["read", "write"] };
}
