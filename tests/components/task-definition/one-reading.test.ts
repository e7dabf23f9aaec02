import assert from "node:assert/strict";
import { judgeTask } from "../../../checks/judge/judge-task";
import { propertyText } from "../../../checks/phrasing/property-text";
import { libnrtDevices } from "../../../checks/rules/libnrt-devices";
import { neuronImageSupportsInstance } from "../../../checks/rules/neuron-image-supports-instance";
import { neuronRtdStartsFirst } from "../../../checks/rules/neuron-rtd-starts-first";
import { neuronTaskFits } from "../../../checks/rules/neuron-task-fits";
import type { TaskRule } from "../../../checks/rules/rule";
import { taskDefinitionCheck } from "../../../components/task-definition/checks/check";
import { readTask } from "../../../components/task-definition/task";
import { problemsOf } from "../../../components/validation/validate";
import { UNKNOWN } from "../../../ecs/known";
import { model } from "./harness";

const neuron = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.0";
const neuronx = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2";
const after = (containerName: unknown) => ({ dependsOn: [{ containerName, condition: "START" }] });
const onInf1 = { instanceType: "inf1.xlarge", neuronRtd: { image: "rtd:1" } };
const logs = { name: "logs", image: "logs:1", memory: 64 };

/** Two model containers on inf1.6xlarge, which has four devices of four cores. */
const libnrt = (first: object, second: object) => ({
    runtime: "libnrt",
    instanceType: "inf1.6xlarge",
    containers: [
        { ...model, ...first },
        { ...model, name: "resnet", ...second },
    ],
});
const visibleCores = "containerDefinitions[0].environment.NEURON_RT_VISIBLE_CORES";

/** What the component says of arguments, and the rule of the definition that they make; last what is not decided. */
type Answers = readonly [component: readonly string[], rule: readonly string[], undecided: readonly string[]];

const derivations: [string, TaskRule, [string, object, Answers][]][] = [
    [
        "the memory that a task reserves",
        neuronTaskFits,
        [
            ["fits", { instanceType: "inf1.xlarge", containers: [{ ...model, memory: 7000 }] }, [[], [], []]],
            [
                "is too much",
                { instanceType: "inf1.xlarge", containers: [{ ...model, memory: 7100 }], sidecars: [logs] },
                [["containers"], ["containerDefinitions"], []],
            ],
            [
                "is too much as a whole",
                { instanceType: "inf1.xlarge", containers: [model], memory: "9000" },
                [["memory"], ["memory"], []],
            ],
            [
                "is too much, whatever another container takes",
                {
                    instanceType: "inf1.xlarge",
                    containers: [{ ...model, memory: 9000 }],
                    sidecars: [{ ...logs, memory: UNKNOWN }],
                },
                [["containers"], ["containerDefinitions"], []],
            ],
            [
                "is not known",
                { instanceType: "inf1.xlarge", containers: [{ ...model, memoryReservation: UNKNOWN }] },
                [[], [], ["containerDefinitions[0].memoryReservation"]],
            ],
        ],
    ],
    [
        "the CPU that a task reserves",
        neuronTaskFits,
        [
            [
                "is too much",
                { instanceType: "inf1.xlarge", containers: [{ ...model, cpu: 4000 }], neuronRtd: { cpu: 100 } },
                [["containers"], ["containerDefinitions"], []],
            ],
            [
                "is not known",
                { instanceType: "inf1.xlarge", containers: [{ ...model, cpu: 4000 }], neuronRtd: { cpu: UNKNOWN } },
                [[], [], ["containerDefinitions[1].cpu"]],
            ],
        ],
    ],
    [
        "the order in which containers start",
        neuronRtdStartsFirst,
        [
            ["is one", { containers: [{ ...model, ...after("logs") }], sidecars: [logs] }, [[], [], []]],
            [
                "is a circle",
                { containers: [{ ...model, ...after("logs") }], sidecars: [{ ...logs, ...after("bert") }] },
                [
                    ["containers[0].dependsOn[0].containerName", "sidecars[0].dependsOn[0].containerName"],
                    ["containerDefinitions[0].dependsOn"],
                    [],
                ],
            ],
            [
                "is a circle, whatever else is waited for",
                {
                    containers: [{ ...model, dependsOn: [...after(UNKNOWN).dependsOn, ...after("logs").dependsOn] }],
                    sidecars: [{ ...logs, ...after("bert") }],
                },
                [
                    ["containers[0].dependsOn[1].containerName", "sidecars[0].dependsOn[0].containerName"],
                    ["containerDefinitions[0].dependsOn"],
                    [],
                ],
            ],
            [
                "is not known",
                { containers: [{ ...model, ...after("logs") }], sidecars: [{ ...logs, ...after(UNKNOWN) }] },
                [[], [], ["containerDefinitions[1].dependsOn", "containerDefinitions[1]"]],
            ],
        ],
    ],
    [
        "the chips for which an image is",
        neuronImageSupportsInstance,
        [
            ["are the task's", { ...onInf1, containers: [{ ...model, image: neuron }] }, [[], [], []]],
            [
                "are others",
                { ...onInf1, containers: [{ ...model, image: neuronx }] },
                [["containers[0].image"], ["containerDefinitions[0].image"], []],
            ],
            [
                "are others, of a sidecar",
                { ...onInf1, containers: [model], sidecars: [{ ...logs, image: neuronx }] },
                [["sidecars[0].image"], ["containerDefinitions[1].image"], []],
            ],
        ],
    ],
    [
        "the share of each container in devices and cores",
        libnrtDevices,
        [
            ["is other devices", libnrt({ visibleDevices: "0" }, { visibleDevices: "1" }), [[], [], []]],
            ["is other cores of one device", libnrt({ cores: "0-1" }, { cores: "2" }), [[], [], []]],
            ["is all that the devices have", libnrt({ numCores: 2 }, { numCores: 2 }), [[], [], []]],
            [
                "is one device, without cores",
                libnrt({ visibleDevices: "0" }, { visibleDevices: "0,1" }),
                [["containers[1].cores"], ["containerDefinitions[1].linuxParameters.devices"], []],
            ],
            [
                "is the same core",
                libnrt({ cores: "0-1" }, { cores: "1" }),
                [["containers[1].cores"], ["containerDefinitions[1].linuxParameters.devices"], []],
            ],
            [
                "is too many cores together",
                libnrt({ visibleDevices: "0", numCores: 3 }, { visibleDevices: "0", numCores: 2 }),
                [["containers[1].numCores"], ["containerDefinitions[1].environment.NEURON_RT_NUM_CORES"], []],
            ],
            [
                "is more cores than there are",
                libnrt({ visibleDevices: "0", cores: "4" }, { visibleDevices: "1" }),
                [["containers[0].cores"], [visibleCores], []],
            ],
            ["is not known", libnrt({ cores: UNKNOWN }, { cores: "1" }), [[], [], [visibleCores]]],
        ],
    ],
];

function answers(rule: TaskRule, args: object): Answers {
    const { violations, undecided } = judgeTask(rule, readTask(args).definition);
    return [
        problemsOf("TaskDefinition", args as Record<string, unknown>, taskDefinitionCheck).map(
            ({ propertyPath }) => propertyPath,
        ),
        violations.map((violation) => propertyText(violation)),
        undecided.map((value) => propertyText(value)),
    ];
}

describe("A component's arguments and the definition that they make", () => {
    it("are judged by the cores, although the images are not known", () => {
        const image = { image: UNKNOWN };
        assert.deepStrictEqual(answers(libnrtDevices, libnrt({ cores: "0", ...image }, { cores: "0", ...image }))[0], [
            "containers[1].cores",
        ]);
    });

    for (const [what, rule, cases] of derivations) {
        for (const [state, args, expected] of cases) {
            it(`are judged alike by ${what}, where it ${state}`, () =>
                assert.deepStrictEqual(answers(rule, args), expected));
        }
    }
});
