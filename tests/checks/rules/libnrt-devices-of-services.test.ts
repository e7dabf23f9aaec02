import assert from "node:assert/strict";
import { UNKNOWN } from "../../../checks/known";
import { libnrtDevices } from "../../../checks/rules/libnrt-devices";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";
import { resource } from "../stack-resources";

/** A task of Runtime 2.x that maps some devices, and takes some cores of them. */
const library = (id: string, devices: readonly number[], cores?: unknown) =>
    inferenceTask(id, {
        containerDefinitions: [
            {
                name: "llm",
                image: "own/llm-inference-neuronx:1",
                linuxParameters: { devices: devices.map((index) => ({ hostPath: `/dev/neuron${index}` })) },
                environment: cores === undefined ? [] : [{ name: "NEURON_RT_VISIBLE_CORES", value: cores }],
            },
        ],
    });

const found = (...resources: Parameters<typeof said>[1][]) =>
    said(libnrtDevices, ...capacity(), inferenceService("service", "task"), ...resources);
const other = (properties: Record<string, unknown> = {}) => inferenceService("other", "next", properties);
const refused = (of: string, next: string) =>
    `${of}: taskDefinition: service "${of}" and service "${next}" place tasks on the same instances, where they want ` +
    "the same cores of Neuron devices, or more than those have: give each NEURON_RT_VISIBLE_CORES of its own, or a capacity provider of its own";
const both = [refused("service", "other"), refused("other", "service")];

describe("libnrt-devices, of two services", () => {
    const cases: [string, Parameters<typeof said>[1][], readonly string[]][] = [
        ["refuses one device on the same instances", [library("task", [0, 1]), library("next", [1]), other()], both],
        ["accepts different devices", [library("task", [0]), library("next", [1]), other()], []],
        ["accepts different cores of one device", [library("task", [0], "0"), library("next", [0], "1"), other()], []],
        ["refuses one core of one device", [library("task", [0], "0-1"), library("next", [0], "1"), other()], both],
        [
            "accepts one device of different clusters",
            [library("task", [0]), library("next", [0]), other({ cluster: "second" }), resource("cluster", "second")],
            [],
        ],
        [
            "accepts one device where the stack does not show that the instances are the same",
            [library("task", [0]), library("next", [0]), other({ capacityProviderStrategies: undefined })],
            [],
        ],
        [
            "is not about a daemon, which one-inference-task-per-instance is about",
            [library("task", [0]), inferenceTask("next"), other()],
            [],
        ],
        ["says nothing of a service alone", [library("task", [0])], []],
        ["says nothing of a definition that is elsewhere", [library("next", [0]), other()], []],
        [
            "says that it does not know the cores of the other",
            [library("task", [0], "0"), library("next", [0], UNKNOWN), other()],
            [
                'service: containerDefinitions[0].environment.NEURON_RT_VISIBLE_CORES of "next": not known',
                'other: containerDefinitions[0].environment.NEURON_RT_VISIBLE_CORES of "next": not known',
            ],
        ],
    ];
    for (const [what, resources, lines] of cases) {
        it(what, () => assert.deepStrictEqual(found(...resources), lines));
    }
});
