import assert from "node:assert/strict";
import { libnrtDevices } from "../../../checks/rules/libnrt-devices";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { capacity, inferenceService, inferenceTask, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";
import { propertyText } from "../../../checks/phrasing/property-text";
import { sentence } from "../../../checks/phrasing/sentence";

const cores = (value: unknown, name = "NEURON_RT_NUM_CORES") => ({ environment: [{ name, value }] });
const fromFile = { environmentFiles: [{ type: "s3", value: "arn:aws:s3:::b/llm.env" }] };
const secret = (name: string) => ({ secrets: [{ name, valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/p" }] });
const devices = (...hostPaths: unknown[]) => ({
    linuxParameters: { devices: hostPaths.map((hostPath) => ({ hostPath })) },
});
const none = { linuxParameters: {} };

/** What the rule says of containers that all map the one device of an inf2.xlarge, with other properties. */
function found(
    containers: readonly object[],
    rest: object = {},
): { violations: string[]; undecided: readonly string[] } {
    const task = readTaskDefinition({
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }],
        containerDefinitions: containers.map((container, index) => ({
            name: `c${index}`,
            image: "llm:1",
            ...devices("/dev/neuron0"),
            ...container,
        })),
        ...rest,
    });
    assert.deepStrictEqual(task.problems, []);
    const { violations, undecided } = judgeTask(libnrtDevices, task);
    return { violations: violations.map(propertyText), undecided: undecided.map(propertyText) };
}

const at = (index: number) => `containerDefinitions[${index}]`;
const devicesOf = (index: number) => `${at(index)}.linuxParameters.devices`;
const countOf = (index: number) => `${at(index)}.environment.NEURON_RT_NUM_CORES`;

/** What the rule says of one container named llm, or of it and a second one, on an inf2.xlarge. */
function sentences(...containers: readonly object[]): readonly string[] {
    const task = readTaskDefinition({
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }],
        containerDefinitions: containers.map((container, index) => ({
            name: index === 0 ? "llm" : "second",
            image: "llm:1",
            ...devices("/dev/neuron0"),
            ...container,
        })),
    });
    return judgeTask(libnrtDevices, task).violations.map((violation) => sentence(violation));
}

describe("libnrt-devices", () => {
    for (const path of ["/dev/neuron", "/dev/neuronALL"]) {
        it(`refuses the device ${path}, which no instance has`, () =>
            assert.deepStrictEqual(sentences(devices(path)), [
                `container "llm" maps "${path}", which no instance has, as a device is one path with a number: map ` +
                    "/dev/neuron0 and those after it, each by its own path",
            ]));
    }

    it("refuses a core beyond those of the device", () =>
        assert.deepStrictEqual(sentences(cores("0-3", "NEURON_RT_VISIBLE_CORES")), [
            'container "llm" has NEURON_RT_VISIBLE_CORES "0-3", but the device that it maps has at most 2 cores: ' +
                "name fewer, or map more devices",
        ]));

    it("refuses more cores than the device has", () =>
        assert.deepStrictEqual(sentences(cores("4")), [
            'container "llm" has NEURON_RT_NUM_CORES "4", but the device that it maps has at most 2 cores: name ' +
                "fewer, or map more devices",
        ]));

    it("refuses two containers that name the same core of one device", () =>
        assert.deepStrictEqual(
            sentences(cores("0", "NEURON_RT_VISIBLE_CORES"), cores("0", "NEURON_RT_VISIBLE_CORES")),
            [
                'container "second" and container "llm" both map /dev/neuron0, and do not take different cores of ' +
                    "it, so that the second to start gets none: map different devices, or give each " +
                    "NEURON_RT_VISIBLE_CORES of its own",
            ],
        ));

    const undecidedCases: [what: string, containers: object[], violations: string[], undecided: string[]][] = [
        ["cores from a file", [fromFile, cores("1")], [], [`${at(0)}.environmentFiles`]],
        ["cores from a secret", [secret("NEURON_RT_VISIBLE_CORES"), cores("1")], [], [`${at(0)}.secrets`]],
        ["a value of cores", [cores(UNKNOWN)], [], [countOf(0)]],
        [
            "devices from a file",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), ...fromFile }],
            [],
            [`${at(0)}.environmentFiles`],
        ],
        [
            "devices from a secret",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), ...secret("AWS_NEURON_VISIBLE_DEVICES") }],
            [],
            [`${at(0)}.secrets`],
        ],
        [
            "whether it is privileged",
            [{ ...none, ...cores("2", "NEURON_RT_VISIBLE_CORES"), privileged: UNKNOWN }],
            [],
            [`${at(0)}.privileged`],
        ],
    ];
    for (const [what, containers, violations, undecided] of undecidedCases) {
        it(`waits for ${what}`, () => assert.deepStrictEqual(found(containers), { violations, undecided }));
    }

    it("takes the environment's cores where a file could have others", () => {
        assert.deepStrictEqual(found([{ ...cores("0-3", "NEURON_RT_VISIBLE_CORES"), ...fromFile }]), {
            violations: [`${at(0)}.environment.NEURON_RT_VISIBLE_CORES`],
            undecided: [],
        });
    });

    it("says what is certain beside what is not known", () => {
        assert.deepStrictEqual(found([fromFile, devices("/dev/neuron1"), {}, {}]), {
            violations: [devicesOf(3), devicesOf(1)],
            undecided: [`${at(0)}.environmentFiles`],
        });
    });

    it("refuses what is wrong on any type, while the type is not known", () => {
        const placementConstraints = [{ type: "memberOf", expression: UNKNOWN }];
        assert.deepStrictEqual(found([devices("/dev/neuron16"), cores("8"), cores("1")], { placementConstraints }), {
            violations: [countOf(2), devicesOf(0)],
            undecided: ["placementConstraints[0].expression"],
        });
    });

    describe("counts cores of containers that share devices", () => {
        const cases: [what: string, containers: object[], violations: string[]][] = [
            ["accepts as many as there are", [cores("1"), cores("1")], []],
            ["refuses one more", [cores("1"), cores("1"), cores("1")], [countOf(2)]],
            ["counts those that are named, too", [cores("0,1", "NEURON_RT_VISIBLE_CORES"), cores("1")], [countOf(1)]],
            [
                "counts none of other devices",
                [{ ...devices("/dev/neuron1"), ...cores("2") }, cores("2")],
                [devicesOf(0)],
            ],
            [
                "counts none that has ended before",
                [cores("2"), { ...cores("2"), dependsOn: [{ containerName: "c0", condition: "SUCCESS" }] }],
                [],
            ],
            [
                "counts those that run at once, whatever has ended before",
                [
                    cores("1"),
                    { ...cores("1"), dependsOn: [{ containerName: "c0", condition: "COMPLETE" }] },
                    cores("1"),
                ],
                [],
            ],
        ];
        for (const [what, containers, violations] of cases) {
            it(what, () => assert.deepStrictEqual(found(containers), { violations, undecided: [] }));
        }
    });
});

/** A task of Runtime 2.x that maps some devices, and takes some cores of them. */
const library = (id: string, devices: readonly number[], cores?: unknown, rest: object = {}) =>
    inferenceTask(id, {
        ...rest,
        containerDefinitions: [
            {
                name: "llm",
                image: "own/llm-inference-neuronx:1",
                linuxParameters: { devices: devices.map((index) => ({ hostPath: `/dev/neuron${index}` })) },
                environment: cores === undefined ? [] : [{ name: "NEURON_RT_VISIBLE_CORES", value: cores }],
            },
        ],
    });

const ofServices = (...resources: Parameters<typeof said>[1][]) =>
    said(libnrtDevices, ...capacity(), inferenceService("service", "task"), ...resources);
const other = (properties: Record<string, unknown> = {}) => inferenceService("other", "next", properties);
const refused = (of: string, next: string) =>
    `${of}: taskDefinition: service "${of}" and service "${next}" place tasks on the same instances, where they want ` +
    "the same cores of Neuron devices, or more than those have: give each NEURON_RT_VISIBLE_CORES of its own, or a " +
    "capacity provider of its own";
const both = [refused("service", "other"), refused("other", "service")];
const onInf2 = memberOf("attribute:ecs.instance-type =~ inf2.*");
const through = (capacityProvider: string) => ({ capacityProviderStrategies: [{ capacityProvider }] });
const later = resource("capacityProvider", "later", { autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN } });

describe("libnrt-devices, of two services", () => {
    const cases: [string, Parameters<typeof said>[1][], readonly string[]][] = [
        ["refuses one device on the same instances", [library("task", [0, 1]), library("next", [1]), other()], both],
        [
            "says that it does not know whether both have room on one instance",
            [library("task", [0]), library("next", [0], undefined, { memory: UNKNOWN }), other()],
            ['service: memory of "next": not known', 'other: memory of "next": not known'],
        ],
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
            "says nothing of a definition elsewhere that the service places on Neuron instances",
            [library("next", [0]), other(), inferenceService("third", "elsewhere:1", onInf2)],
            [],
        ],
        [
            "says that it does not know whether the instances are the same",
            [library("task", [0]), library("next", [0]), other(through("later")), later],
            [
                'service: capacityProviderStrategies of "other": not known',
                "other: capacityProviderStrategies: not known",
            ],
        ],
        [
            "accepts different devices where it is not known whether the instances are the same",
            [library("task", [0]), library("next", [1]), other(through("later")), later],
            [],
        ],
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
        it(what, () => assert.deepStrictEqual(ofServices(...resources), lines));
    }
});
