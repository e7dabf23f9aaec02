import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { oneInferenceTaskPerInstance } from "../../../checks/rules/one-inference-task-per-instance";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";
import { resource } from "../stack-resources";

const remedy = 'add the placement constraint {"type": "distinctInstance"} to the service';
const distinctInstance =
    "which distinctInstance does not prevent: keep the two services apart, by a capacity provider for each, or by " +
    "different devices and sockets";
const meet = [
    'service: placementConstraints: two tasks of service "service" can be placed on one instance, where they ' +
        `compete for the same Neuron devices: ${remedy}`,
];
const share = (what: string) =>
    [
        ["service", "other"],
        ["other", "service"],
    ].map(
        ([one = "", other = ""]) =>
            `${one}: placementConstraints: a task of service "${one}" and one of service "${other}" can be placed on ` +
            `one instance, where they share ${what}, ${distinctInstance}`,
    );
const inf1 = { type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" };

describe("one-inference-task-per-instance, of the tasks of one service", () => {
    const found = (properties: Record<string, unknown>, task: Record<string, unknown> = {}) =>
        said(
            oneInferenceTaskPerInstance,
            inferenceTask("task", task),
            inferenceService("service", "task", properties),
            ...capacity(),
        );
    /** A task of Runtime 2.x that maps one device, and takes some of its cores. */
    const library = (...cores: string[]) => ({
        containerDefinitions: [
            {
                name: "llm",
                image: "own/llm-inference-neuronx:1",
                linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] },
                environment: cores.map((value) => ({ name: "NEURON_RT_NUM_CORES", value })),
            },
        ],
    });
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["refuses tasks that can meet", () => found({}), meet],
        ["accepts distinct instances", () => found({ placementConstraints: [inf1, { type: "distinctInstance" }] }), []],
        [
            "accepts distinct instances beside a constraint that is not known",
            () => found({ placementConstraints: [{ type: UNKNOWN }, { type: "distinctInstance" }] }),
            [],
        ],
        [
            "accepts another service that a constraint over groups of tasks keeps apart",
            () =>
                said(
                    oneInferenceTaskPerInstance,
                    ...["service", "other"].map((id) =>
                        inferenceService(id, "task", {
                            placementConstraints: [
                                { type: "distinctInstance" },
                                { type: "memberOf", expression: "not(task:group == service:other)" },
                            ],
                        }),
                    ),
                    inferenceTask("task"),
                    ...capacity(),
                ),
            [],
        ],
        ["accepts tasks that hold a port", () => found({}, { hostPort: 80 }), []],
        [
            "accepts a single task that is stopped before the next",
            () => found({ desiredCount: 1, deploymentMaximumPercent: 100 }),
            [],
        ],
        ["refuses a single task that is not stopped before the next", () => found({ desiredCount: 1 }), meet],
        [
            "refuses two tasks that are stopped before the next",
            () => found({ desiredCount: 2, deploymentMaximumPercent: 100 }),
            meet,
        ],
        ["accepts tasks of the runtime library that take different cores", () => found({}, library("1")), []],
        ["refuses tasks of the runtime library that take all cores", () => found({}, library()), meet],
        ["accepts one task on each instance", () => found({ schedulingStrategy: "DAEMON" }), []],
        ["leaves Fargate to another rule", () => found({ launchType: "FARGATE" }), []],
        [
            "refuses tasks of a definition elsewhere",
            () => found({ taskDefinition: "elsewhere:1", placementConstraints: [inf1] }),
            meet,
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    const undecidedCases: [string, () => readonly string[], string][] = [
        ["the launch type", () => found({ launchType: UNKNOWN }), "launchType"],
        ["the scheduling strategy", () => found({ schedulingStrategy: UNKNOWN }), "schedulingStrategy"],
        ["the constraints", () => found({ placementConstraints: UNKNOWN }), "placementConstraints"],
        [
            "the type of a constraint",
            () => found({ placementConstraints: [{ type: UNKNOWN }] }),
            "placementConstraints",
        ],
        ["the desired count", () => found({ desiredCount: UNKNOWN }), "desiredCount"],
        [
            "the maximum percent",
            () => found({ desiredCount: 1, deploymentMaximumPercent: UNKNOWN }),
            "deploymentMaximumPercent",
        ],
        ["the ports", () => found({}, { hostPort: UNKNOWN }), 'containerDefinitions[0].portMappings of "task"'],
    ];
    for (const [what, is, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () => assert.deepStrictEqual(is(), [`service: ${path}: not known`]));
    }
});

describe("one-inference-task-per-instance, of the tasks of two services", () => {
    /** Of the first of two services of whose own tasks no two can meet. */
    const found = (
        task: Record<string, unknown>,
        properties: Record<string, unknown> = {},
        own: Record<string, unknown> = {},
        ...further: SourceResource[]
    ) =>
        said(
            oneInferenceTaskPerInstance,
            inferenceTask("task", { hostPort: 80, devices: "0", ...own }),
            inferenceTask("next", { hostPort: 81, devices: "1", ...task }),
            inferenceService("service", "task"),
            inferenceService("other", "next", { placementConstraints: [{ type: "distinctInstance" }], ...properties }),
            ...capacity(),
            ...further,
        );
    const elsewhere = { cluster: "second" };
    const second = resource("cluster", "second");
    const socket = { socketPath: "/tmp/sock" };
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["accepts different devices and sockets", () => found({}), []],
        ["refuses the same devices", () => found({ devices: "0,1" }), share("Neuron devices")],
        ["refuses the same socket", () => found(socket, {}, socket), share("the socket on the instance")],
        [
            "names both",
            () => found({ devices: "ALL", ...socket }, {}, socket),
            share("Neuron devices and the socket on the instance"),
        ],
        ["accepts them in different clusters", () => found({ devices: "0" }, elsewhere, {}, second), []],
        [
            "accepts what the other has on Fargate",
            () => found({ devices: "0" }, { capacityProviderStrategies: [{ capacityProvider: "FARGATE" }] }),
            [],
        ],
        [
            "accepts another that is not for inference",
            () => found({ containerDefinitions: [{ name: "web", image: "nginx:1" }] }),
            [],
        ],
        [
            "accepts another that is not for inference, of which nothing else is known",
            () =>
                found(
                    { containerDefinitions: [{ name: "web", image: "nginx:1" }] },
                    { cluster: UNKNOWN, launchType: UNKNOWN },
                ),
            [],
        ],
        [
            "asks nothing of another in a different cluster",
            () => found({ containerDefinitions: UNKNOWN }, { ...elsewhere, launchType: UNKNOWN }, {}, second),
            ["other: taskDefinition: not known"],
        ],
        [
            "says nothing of another whose definition is elsewhere",
            () =>
                found(
                    {},
                    { taskDefinition: "elsewhere:1", placementConstraints: [inf1, { type: "distinctInstance" }] },
                ),
            [],
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    const undecidedCases: [string, () => readonly string[], string, ...string[]][] = [
        ["the other's cluster", () => found({}, { cluster: UNKNOWN }), 'service: cluster of "other"', "other: cluster"],
        [
            "the other's launch type",
            () => found({}, { launchType: UNKNOWN }),
            'service: launchType of "other"',
            "other: launchType",
        ],
        [
            "whether the other is for inference",
            () => found({ containerDefinitions: UNKNOWN }),
            'service: taskDefinition of "other"',
            "other: taskDefinition",
        ],
        [
            "the other's devices",
            () => found({ devices: UNKNOWN }),
            'service: containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES of "next"',
            'other: containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES of "next"',
        ],
    ];
    for (const [what, is, ...expected] of undecidedCases) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(
                is(),
                expected.map((path) => `${path}: not known`),
            ));
    }

    it("says that it does not know which of two definitions the other runs", () => {
        const other = inferenceService(
            "other",
            UNKNOWN,
            { placementConstraints: [{ type: "distinctInstance" }] },
            { taskDefinition: ["task", "next"] },
        );
        const tasks = [inferenceTask("task", { hostPort: 80 }), inferenceTask("next")];
        assert.deepStrictEqual(
            said(oneInferenceTaskPerInstance, ...tasks, inferenceService("service", "task"), other, ...capacity()),
            ['service: taskDefinition of "other": not known', "other: taskDefinition: not known"],
        );
    });

    it("refuses the same devices in one of the clusters in which the other may be", () => {
        const other = {
            ...inferenceService("other", "next", {
                cluster: UNKNOWN,
                placementConstraints: [{ type: "distinctInstance" }],
            }),
            dependencies: { cluster: ["second", "cluster"] },
        };
        assert.deepStrictEqual(
            said(
                oneInferenceTaskPerInstance,
                inferenceTask("task", { hostPort: 80 }),
                inferenceTask("next", { hostPort: 81 }),
                inferenceService("service", "task"),
                other,
                second,
                ...capacity(),
            ),
            share("Neuron devices"),
        );
    });

    it("says that it does not know the cluster", () => {
        const service = inferenceService("service", "task", { cluster: UNKNOWN });
        assert.deepStrictEqual(
            said(oneInferenceTaskPerInstance, inferenceTask("task", { hostPort: 80 }), service, ...capacity()),
            ["service: cluster: not known"],
        );
    });
});
