import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronInstanceHopLimit } from "../../../checks/rules/neuron-instance-hop-limit";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";

const path = "metadataOptions.httpPutResponseHopLimit";
const found = (metadataOptions: object, ...tasks: Parameters<typeof inferenceTask>[1][]) =>
    said(
        neuronInstanceHopLimit,
        ...capacity({ template: { metadataOptions } }),
        ...tasks.flatMap((task, index) => [
            inferenceTask(`task${index}`, task),
            inferenceService(`service${index}`, `task${index}`),
        ]),
    );
const refused = (task: string) => [
    `template: ${path}: launch template "template" lets 1 hop reach the instance metadata service, but "${task}" runs in ` +
        "bridge mode, which is one hop more: set httpPutResponseHopLimit to 2",
];
const one = { httpPutResponseHopLimit: 1 };

describe("neuron-instance-hop-limit", () => {
    const cases: [string, object, Parameters<typeof inferenceTask>[1][], readonly string[]][] = [
        [
            "advises against one hop, where a task runs in bridge mode",
            one,
            [{ networkMode: "bridge" }],
            refused("task0"),
        ],
        ["takes bridge mode for the default", one, [{ networkMode: "host" }, {}], refused("task1")],
        ["accepts one hop for other modes", one, [{ networkMode: "awsvpc" }], []],
        ["accepts two hops", { httpPutResponseHopLimit: 2 }, [{}], []],
        ["accepts what AWS takes by default", {}, [{}], []],
        ["accepts one hop to a service that is off", { ...one, httpEndpoint: "disabled" }, [{}], []],
        ["accepts one hop where no task runs", one, [], []],
        [
            "does not decide while the mode is not known",
            one,
            [{ networkMode: UNKNOWN }],
            ['template: networkMode of "task0": not known'],
        ],
        [
            "needs no other mode to be known beside one in bridge mode",
            one,
            [{ networkMode: UNKNOWN }, {}],
            refused("task1"),
        ],
        [
            "does not decide while it is not known whether the task is for inference",
            one,
            [{ containerDefinitions: UNKNOWN }],
            ['template: containerDefinitions of "task0": not known'],
        ],
        [
            "does not decide while the limit is not known",
            { httpPutResponseHopLimit: UNKNOWN },
            [{}],
            [`template: ${path}: not known`],
        ],
        [
            "does not decide while it is not known whether the service is on",
            { ...one, httpEndpoint: UNKNOWN },
            [{}],
            ["template: metadataOptions.httpEndpoint: not known"],
        ],
    ];
    for (const [what, metadataOptions, tasks, lines] of cases) {
        it(what, () => assert.deepStrictEqual(found(metadataOptions, ...tasks), lines));
    }
});
