import assert from "node:assert/strict";
import {
    clashProblems,
    coreProblems,
    existenceProblems,
    permissionProblems,
} from "../../../checks/rules/mapped-devices";
import { UNKNOWN } from "../../../ecs/known";
import type { NeuronInstanceType } from "../../../contract";
import { containerOf, taskOf } from "../task-of";
import { pathOf, undecidedAt } from "../../paths";
import { propertyText } from "../../../checks/phrasing/property-text";
import { violationText } from "../violation-text";
import { sentence } from "../../../checks/phrasing/sentence";

const devices = (...hostPaths: unknown[]) => ({
    linuxParameters: { devices: hostPaths.map((hostPath) => ({ hostPath })) },
});
const neuron = (...indexes: number[]) => devices(...indexes.map((index) => `/dev/neuron${index}`));
const at = "containerDefinitions[0].linuxParameters.devices";

describe("The permissions of a mapped device", () => {
    const found = (permissions: unknown, hostPath: unknown = "/dev/neuron0") => [
        ...permissionProblems(containerOf({ linuxParameters: { devices: [{ hostPath, permissions }] } })),
    ];
    const missing = (what: string) => [
        {
            path: pathOf(at),
            subject: 'container "c0"',
            problem: `maps "/dev/neuron0" without the permission to ${what}`,
            requirement: "the runtime library needs both",
            remedy: `add ${what} to its permissions`,
        },
    ];

    it("are both where nothing is said", () => {
        assert.deepStrictEqual(found(undefined), []);
        assert.deepStrictEqual(found([]), []);
    });

    it("are to read and to write", () => {
        assert.deepStrictEqual(found(["read", "write"]), []);
        assert.deepStrictEqual(found(["read"]), missing("write"));
        assert.deepStrictEqual(found(["mknod"]), missing("read and write"));
    });

    it("are any of another device", () => assert.deepStrictEqual(found(["read"], "/dev/fuse"), []));

    for (const [what, permissions, hostPath] of [
        ["the list", UNKNOWN, "/dev/neuron0"],
        ["one of them", ["read", UNKNOWN], "/dev/neuron0"],
        ["the device", ["read"], UNKNOWN],
    ] as const) {
        it(`are not decided while this is not known: ${what}`, () =>
            assert.throws(() => found(permissions, hostPath), undecidedAt(at)));
    }
});

describe("A mapped device", () => {
    const found = (container: object, smallest?: NeuronInstanceType) =>
        [...existenceProblems(containerOf(container), smallest)].map(violationText);
    const none = (index: number, holder: string) =>
        `${at}: container "c0" maps "/dev/neuron${index}", which does not exist, as ${holder}: map only those that it has`;

    it("is one of those that the type has", () => {
        assert.deepStrictEqual(found(neuron(0), "inf1.xlarge"), []);
        assert.deepStrictEqual(found(neuron(0, 1, 2), "inf1.xlarge"), [
            none(1, "inf1.xlarge has 1 Inferentia chip (device 0)"),
            none(2, "inf1.xlarge has 1 Inferentia chip (device 0)"),
        ]);
    });

    it("is one of those that some type has, where the type is not told", () => {
        assert.deepStrictEqual(found(neuron(15)), []);
        assert.deepStrictEqual(found(neuron(16)), [none(16, "no instance type has more than 16 chips")]);
    });
});

describe("The cores that a container takes", () => {
    const take = (name: "VISIBLE" | "NUM", value: string) => ({
        environment: [{ name: `NEURON_RT_${name}_CORES`, value }],
    });
    const found = (container: object, types?: readonly string[]) =>
        [...coreProblems(containerOf(container), types)].map((one) =>
            sentence(one)
                .replace(/^container "c0" has /, "")
                .concat(` (${propertyText(one).replace("containerDefinitions[0].environment.", "")})`),
        );
    const tooMany = (name: string, value: string, holder: string, available: number) => [
        `${name} "${value}", but the ${holder} at most ${available} cores: name fewer, or map more devices (${name})`,
    ];
    const list = "NEURON_RT_VISIBLE_CORES";
    const number = "NEURON_RT_NUM_CORES";
    const one = "device that it maps has";

    const cases: [string, object, string[] | undefined, string[]][] = [
        ["are all where it names none", neuron(0), undefined, []],
        ["are as many as its device has", { ...neuron(0), ...take("NUM", "4") }, ["inf1.xlarge"], []],
        [
            "are no more than its device has",
            { ...neuron(0), ...take("NUM", "5") },
            ["inf1.xlarge"],
            tooMany(number, "5", one, 4),
        ],
        [
            "are no more than its devices have",
            { ...neuron(0, 1), ...take("NUM", "9") },
            ["inf1.6xlarge"],
            tooMany(number, "9", "2 devices that it maps have", 8),
        ],
        ["are those up to the last of its device", { ...neuron(0), ...take("VISIBLE", "3") }, ["inf1.xlarge"], []],
        [
            "are none behind the last of its device",
            { ...neuron(0), ...take("VISIBLE", "4") },
            ["inf1.xlarge"],
            tooMany(list, "4", one, 4),
        ],
        ["are counted from its first device on", { ...neuron(1), ...take("VISIBLE", "4-7") }, ["inf1.6xlarge"], []],
        [
            "are no more than its later device has",
            { ...neuron(1), ...take("VISIBLE", "4-8") },
            ["inf1.6xlarge"],
            tooMany(list, "4-8", one, 4),
        ],
        [
            "are counted alike, whatever the order of the devices",
            { ...neuron(1, 0), ...take("VISIBLE", "8") },
            ["inf1.6xlarge"],
            tooMany(list, "8", "2 devices that it maps have", 8),
        ],
        [
            "are as many as the chip with the most has",
            { ...neuron(0), ...take("NUM", "4") },
            ["inf2.xlarge", "inf1.xlarge"],
            [],
        ],
        [
            "are no more than the chip with the most has",
            { ...neuron(0), ...take("NUM", "5") },
            ["inf2.xlarge", "inf1.xlarge"],
            tooMany(number, "5", one, 4),
        ],
        [
            "are as many as any chip has, where the type is not told",
            { ...neuron(0), ...take("NUM", "8") },
            undefined,
            [],
        ],
        [
            "are as many as any chip has, where one type is not known",
            { ...neuron(0), ...take("NUM", "8") },
            ["inf1.xlarge", "trn9.xlarge"],
            [],
        ],
        ["are no more than any chip has", { ...neuron(0), ...take("NUM", "9") }, [], tooMany(number, "9", one, 8)],
        [
            "are none where it maps no device",
            take("NUM", "1"),
            undefined,
            [`${number} "1", but maps no Neuron device, and so has no core: map /dev/neuron0 in it (${number})`],
        ],
        ["are of all devices where it is privileged", { ...take("NUM", "1"), privileged: true }, undefined, []],
        [
            "are of the devices that a hook gives it",
            { environment: [...take("NUM", "1").environment, { name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }] },
            undefined,
            [],
        ],
        [
            "are of the devices that a hook gives it, of which the list is not known",
            { environment: [...take("NUM", "1").environment, { name: "AWS_NEURON_VISIBLE_DEVICES", value: UNKNOWN }] },
            undefined,
            [],
        ],
    ];
    for (const [what, container, types, lines] of cases) {
        it(what, () => assert.deepStrictEqual(found(container, types), lines));
    }
});

describe("Containers that want the same cores", () => {
    const found = (...containers: object[]) => [...clashProblems(taskOf(...containers), undefined)].map(violationText);
    const take = (value: string) => ({ environment: [{ name: "NEURON_RT_NUM_CORES", value }] });

    it("are both named where they map one device", () =>
        assert.deepStrictEqual(found(neuron(0, 1), neuron(2, 1)), [
            "containerDefinitions[1].linuxParameters.devices: " +
                'container "c1" and container "c0" both map /dev/neuron1, and do not take different cores of it, so ' +
                "that the second to start gets none: map different devices, or give each NEURON_RT_VISIBLE_CORES of " +
                "its own",
        ]));

    it("are told how many they take, and how many the device has that they share", () =>
        assert.deepStrictEqual(found({ ...neuron(0), ...take("4") }, { ...neuron(0), ...take("5") }), [
            "containerDefinitions[1].environment.NEURON_RT_NUM_CORES: " +
                'container "c1" has NEURON_RT_NUM_CORES "5", and takes 9 cores together with container "c0", but ' +
                "/dev/neuron0, which they share, has at most 8: give each fewer, or devices of its own",
        ]));

    it("are told how many all the devices have that they map", () =>
        assert.deepStrictEqual(found({ ...neuron(0, 1), ...take("8") }, { ...neuron(1, 0), ...take("9") }), [
            "containerDefinitions[1].environment.NEURON_RT_NUM_CORES: " +
                'container "c1" has NEURON_RT_NUM_CORES "9", and takes 17 cores together with container "c0", but ' +
                "the 2 devices that they map have at most 16: give each fewer, or devices of its own",
        ]));
});
