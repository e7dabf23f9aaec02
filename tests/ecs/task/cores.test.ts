import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { coresOf, mappedDevices, missingCores, maxCores } from "../../../ecs/task/cores";
import { containerOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";

const environment = (variables: Record<string, string>) => ({
    environment: Object.entries(variables).map(([name, value]) => ({ name, value })),
});
const list = (value: string) => coresOf(containerOf(environment({ NEURON_RT_VISIBLE_CORES: value })));
const count = (value: string) => coresOf(containerOf(environment({ NEURON_RT_NUM_CORES: value })));

const setting = (variable: string, value: string) => ({
    variable,
    value,
    path: ["containerDefinitions", 0, "environment", 0, "value"],
});

describe("The NeuronCores of a container", () => {
    const lists: [string, number[] | undefined][] = [
        ["0", [0]],
        ["0,2", [0, 2]],
        ["0-3", [0, 1, 2, 3]],
        [" 12 , 14-15 ", [12, 14, 15]],
        ["1,1,0-1", [1, 0]],
        ["0123", [123]],
        ["5-3", []],
        ["9-10", [9, 10]],
        ["", undefined],
        ["a", undefined],
        ["0,a", undefined],
        ["a0", undefined],
        ["0a", undefined],
        ["12345", undefined],
        ["0-12345", undefined],
        ["0-1-2", undefined],
        ["0-1024", undefined],
        ["1-1025", undefined],
    ];
    for (const [value, indexes] of lists) {
        it(`are ${indexes === undefined ? "not told by" : `${JSON.stringify(indexes)} with`} ${JSON.stringify(value)}`, () =>
            assert.deepStrictEqual(
                list(value),
                indexes && {
                    count: indexes.length,
                    indexes,
                    setting: setting("NEURON_RT_VISIBLE_CORES", value),
                },
            ));
    }

    it("are as many as the longest list has", () => assert.equal(list("1000-2023")?.count, 1024));

    const counts: [string, number | undefined][] = [
        ["4", 4],
        ["0", 0],
        ["1024", 1024],
        ["12345", undefined],
        ["4a", undefined],
        ["a4", undefined],
        ["", undefined],
    ];
    for (const [value, cores] of counts) {
        it(`are ${cores === undefined ? "not told by" : `${cores} with`} the number ${JSON.stringify(value)}`, () =>
            assert.deepStrictEqual(
                count(value),
                cores === undefined
                    ? undefined
                    : { count: cores, indexes: undefined, setting: setting("NEURON_RT_NUM_CORES", value) },
            ));
    }

    it("are those of the list, where both stand", () =>
        assert.equal(
            coresOf(containerOf(environment({ NEURON_RT_NUM_CORES: "4", NEURON_RT_VISIBLE_CORES: "1" })))?.count,
            1,
        ));

    it("are all, where nothing restricts them", () => assert.equal(coresOf(containerOf({})), undefined));
});

describe("The devices that a container maps", () => {
    const devices = (...hostPaths: unknown[]) => ({
        linuxParameters: { devices: hostPaths.map((hostPath) => ({ hostPath })) },
    });

    it("are those of Neuron, each once", () =>
        assert.deepStrictEqual(
            mappedDevices(
                containerOf(devices("/dev/neuron1", "/dev/fuse", "/dev/neuron0", "/dev/neuron1", "/dev/neuron")),
            ),
            [1, 0],
        ));

    for (const [what, container] of [
        ["their list", { linuxParameters: { devices: UNKNOWN } }],
        ["one", devices("/dev/neuron0", UNKNOWN)],
    ] as const) {
        it(`are not decided while ${what} is not known`, () =>
            assert.throws(
                () => mappedDevices(containerOf(container)),
                undecidedAt("containerDefinitions[0].linuxParameters.devices"),
            ));
    }
});

describe("The cores that a container takes and its devices lack", () => {
    const missing = (devices: readonly number[], variables: Record<string, string>, types?: readonly string[]) => {
        const mapped = { linuxParameters: { devices: devices.map((index) => ({ hostPath: `/dev/neuron${index}` })) } };
        const found = missingCores(containerOf({ ...environment(variables), ...mapped }), types);
        return found && [found.setting.value, found.devices, found.available];
    };
    const cores = (value: string) => ({ NEURON_RT_VISIBLE_CORES: value });
    const number = (value: string) => ({ NEURON_RT_NUM_CORES: value });
    const inf2 = ["inf2.24xlarge"];
    const cases: [string, unknown, unknown][] = [
        ["are none where it takes all", missing([0], {}, inf2), undefined],
        ["are none where it takes as many", missing([0], cores("0-1"), inf2), undefined],
        ["are told by the index of one", missing([0], cores("2"), inf2), ["2", 1, 2]],
        ["are told by their number", missing([0, 1], number("5"), inf2), ["5", 2, 4]],
        ["are none by an index where its devices do not start at 0", missing([1], cores("2-3"), inf2), undefined],
        ["are told by the number of indexes there", missing([1], cores("2-4"), inf2), ["2-4", 1, 2]],
        ["are none where it maps no device", missing([], number("9"), inf2), undefined],
        [
            "are those beyond any chip's on no type",
            [missing([0], number("8")), missing([0], number("9"))],
            [undefined, ["9", 1, 8]],
        ],
    ];
    for (const [what, found, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found, expected));
    }
});

describe("The most cores that devices have", () => {
    const maxCoresOf = (types: string[] | undefined, ...logical: string[]) =>
        maxCores(
            [0, 1],
            types,
            logical.map((value) => containerOf(environment({ NEURON_LOGICAL_NC_CONFIG: value }))),
        );

    it("are those of the chip, of which Trainium2 joins two unless a container says otherwise", () =>
        assert.deepStrictEqual(
            [
                maxCoresOf(["inf1.xlarge"]),
                maxCoresOf(["inf2.xlarge"], "1"),
                maxCoresOf(["trn2.48xlarge"]),
                maxCoresOf(["trn2.48xlarge"], "2"),
                maxCoresOf(["trn2.48xlarge"], "2", "1"),
                maxCoresOf(["inf2.xlarge", "trn2.48xlarge"]),
            ],
            [8, 4, 8, 8, 16, 8],
        ));

    it("are the most of any chip, where the types are not told or not known", () =>
        assert.deepStrictEqual([maxCoresOf(undefined), maxCoresOf([]), maxCoresOf(["trn9.xlarge"])], [16, 16, 16]));
});
