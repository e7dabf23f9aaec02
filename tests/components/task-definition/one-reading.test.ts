import assert from "node:assert/strict";
import { judgeTask } from "../../../checks/judge/judge-task";
import { propertyText } from "../../../checks/phrasing/property-text";
import { neuronImageSupportsInstance } from "../../../checks/rules/neuron-image-supports-instance";
import { neuronRtdStartsFirst } from "../../../checks/rules/neuron-rtd-starts-first";
import { neuronTaskFits } from "../../../checks/rules/neuron-task-fits";
import type { TaskRule } from "../../../checks/rules/rule";
import { componentContainers } from "../../../checks/stack/component";
import { taskDefinitionCheck } from "../../../components/task-definition/checks/check";
import { readTask } from "../../../components/task-definition/task";
import { problemsOf } from "../../../components/validation/validate";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { model } from "./harness";

const neuron = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.0";
const neuronx = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2";
const after = (containerName: unknown) => ({ dependsOn: [{ containerName, condition: "START" }] });
const onInf1 = { instanceType: "inf1.xlarge", neuronRtd: { image: "rtd:1" } };
const logs = { name: "logs", image: "logs:1", memory: 64 };

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

describe("The definition that a component's arguments make", () => {
    const pool = { clusterArn: UNKNOWN, runtime: "libnrt", instanceTypes: ["inf1.6xlarge"] };
    const cases: [string, object][] = [
        ["its own runtime", { runtime: "libnrt", visibleDevices: "0" }],
        ["the pool's runtime and types", { pool }],
        ["its own type, and the runtime of its own", { runtime: "libnrt", instanceType: "inf2.24xlarge" }],
        ["types that are not all known", { runtime: "libnrt", instanceTypes: [UNKNOWN, "inf2.xlarge"] }],
        ["the default runtime", {}],
        ["the default runtime of a pool that says nothing", { pool: { instanceTypes: ["inf1.xlarge"] } }],
        ["a daemon that is not known", { neuronRtd: UNKNOWN }],
        ["devices that are not known", { runtime: "libnrt", visibleDevices: UNKNOWN }],
    ];
    for (const [what, args] of cases) {
        it(`is read by rules from its inputs as by the component itself, with ${what}`, () => {
            const given = { containers: [model], ...args };
            assert.deepStrictEqual(
                readTaskDefinition({ containerDefinitions: componentContainers(given) }).containers,
                readTask(given as Parameters<typeof readTask>[0]).definition.containers,
            );
        });
    }
});

describe("A component's arguments and the definition that they make", () => {
    for (const [what, rule, cases] of derivations) {
        for (const [state, args, expected] of cases) {
            it(`are judged alike by ${what}, where it ${state}`, () =>
                assert.deepStrictEqual(answers(rule, args), expected));
        }
    }
});
