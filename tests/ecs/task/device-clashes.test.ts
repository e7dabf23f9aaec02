import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { deviceClashes, type DeviceClash } from "../../../ecs/task/device-clashes";
import { taskOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";

interface Model {
    readonly devices?: readonly number[];
    readonly cores?: string;
    readonly count?: string;
    readonly after?: readonly [container: unknown, condition: unknown];
    readonly rest?: object;
}

const container = ({ devices = [], cores, count, after, rest }: Model) => ({
    linuxParameters: { devices: devices.map((index) => ({ hostPath: `/dev/neuron${index}` })) },
    environment: [
        ...(cores === undefined ? [] : [{ name: "NEURON_RT_VISIBLE_CORES", value: cores }]),
        ...(count === undefined ? [] : [{ name: "NEURON_RT_NUM_CORES", value: count }]),
    ],
    dependsOn: after === undefined ? [] : [{ containerName: after[0], condition: after[1] }],
    ...rest,
});

const clashes = (...models: readonly Model[]) => [...deviceClashes(taskOf(...models.map(container)), undefined)];

/** A clash, with the containers by their names. */
const told = (clash: DeviceClash) =>
    clash.kind === "device"
        ? { ...clash, container: clash.container.name, other: clash.other.name }
        : { ...clash, container: clash.container.name, others: clash.others.map(({ name }) => name) };

/** Which two containers clash, and over which device. */
const pairs = (...models: readonly Model[]) =>
    clashes(...models).map((clash) =>
        clash.kind === "device"
            ? `${String(clash.container.name).slice(1)} ${String(clash.other.name).slice(1)} ${clash.device}`
            : "cores",
    );

describe("Two containers that map one device", () => {
    it("clash, which is said at the second", () =>
        assert.deepStrictEqual(clashes({ devices: [0, 1] }, { devices: [2, 1] }).map(told), [
            { kind: "device", container: "c1", other: "c0", device: 1 },
        ]));

    const cases: [string, Model[], string[]][] = [
        ["do not clash when their devices differ", [{ devices: [0] }, { devices: [1] }], []],
        ["do not clash when one has none", [{ devices: [0] }, {}, { devices: [1] }], []],
        ["clash once for each container", [{ devices: [0] }, { devices: [0] }, { devices: [0] }], ["1 0 0", "2 0 0"]],
        [
            "do not clash when each takes other cores",
            [
                { devices: [0], cores: "0-1" },
                { devices: [0], cores: "2,3" },
            ],
            [],
        ],
        [
            "clash when they take one core both",
            [
                { devices: [0], cores: "0-1" },
                { devices: [0], cores: "1-2" },
            ],
            ["1 0 0"],
        ],
        ["clash when the first takes all cores", [{ devices: [0] }, { devices: [0], cores: "0" }], ["1 0 0"]],
        ["clash when the second takes all cores", [{ devices: [0], cores: "0" }, { devices: [0] }], ["1 0 0"]],
        [
            "do not clash when each takes a number of cores",
            [
                { devices: [0], count: "1" },
                { devices: [0], count: "1" },
            ],
            [],
        ],
        [
            "do not clash when one takes a number of cores, and one names its own",
            [
                { devices: [0], count: "1" },
                { devices: [0], cores: "1" },
                { devices: [0], count: "1" },
            ],
            [],
        ],
        [
            "do not clash when the last waits for one that waits for the end of the first",
            [
                { devices: [0] },
                { after: ["c0", "COMPLETE"] },
                { after: ["c1", "START"] },
                { devices: [0], after: ["c2", "HEALTHY"] },
            ],
            [],
        ],
        [
            "clash when the last waits for the end of one that only waits for the start of the first",
            [{ devices: [0] }, { after: ["c0", "START"] }, { devices: [0], after: ["c1", "SUCCESS"] }],
            ["2 0 0"],
        ],
        [
            "clash when they wait in a circle for nobody's end",
            [
                { devices: [0], after: ["c1", "START"] },
                { devices: [0], after: ["c0", "START"] },
            ],
            ["1 0 0"],
        ],
        [
            "do not clash when the second waits for the end of the first",
            [{ devices: [0] }, { devices: [0], after: ["c0", "SUCCESS"] }],
            [],
        ],
        [
            "do not clash when the first waits for the end of the second",
            [{ devices: [0], after: ["c1", "COMPLETE"] }, { devices: [0] }],
            [],
        ],
        [
            "clash when one waits for the start of the other",
            [{ devices: [0] }, { devices: [0], after: ["c0", "START"] }],
            ["1 0 0"],
        ],
        [
            "clash when one waits for the end of another",
            [{ devices: [0] }, { devices: [0], after: ["c2", "SUCCESS"] }, {}],
            ["1 0 0"],
        ],
    ];
    for (const [what, models, expected] of cases) {
        it(what, () => assert.deepStrictEqual(pairs(...models), expected));
    }

    const both: Model = { devices: [0] };
    const undecidedCases: [string, Model[], string][] = [
        [
            "a container waits for is not known",
            [both, { ...both, rest: { dependsOn: UNKNOWN } }],
            "containerDefinitions[1].dependsOn",
        ],
        [
            "container one waits for is not known",
            [both, { ...both, after: [UNKNOWN, "SUCCESS"] }],
            "containerDefinitions[1].dependsOn",
        ],
        [
            "condition one waits for is not known",
            [both, { ...both, after: ["c0", UNKNOWN] }],
            "containerDefinitions[1].dependsOn",
        ],
        [
            "an awaited container is called is not known",
            [
                { ...both, rest: { name: UNKNOWN } },
                { ...both, after: ["c0", "SUCCESS"] },
            ],
            "containerDefinitions[0].name",
        ],
    ];
    for (const [what, models, path] of undecidedCases) {
        it(`are not decided while what ${what}`, () => assert.throws(() => clashes(...models), undecidedAt(path)));
    }

    it("are decided, though the variables of one that maps none are not known", () =>
        assert.deepStrictEqual(pairs(both, { rest: { environment: UNKNOWN } }), []));

    it("are not decided while the containers are not known", () =>
        assert.throws(
            () => [...deviceClashes({ ...taskOf({}), containers: UNKNOWN }, undefined)],
            undecidedAt("containerDefinitions"),
        ));
});

describe("Containers that take more cores together than their devices have", () => {
    const model = (count: number, ...devices: number[]): Model => ({ devices, count: String(count) });
    const setting = (value: string) => ({
        path: ["containerDefinitions", 1, "environment", 0, "value"],
        variable: "NEURON_RT_NUM_CORES",
        value,
    });

    it("clash over the device that they share", () =>
        assert.deepStrictEqual(clashes(model(4, 0), model(5, 0)).map(told), [
            {
                kind: "cores",
                container: "c1",
                others: ["c0"],
                setting: setting("5"),
                cores: 9,
                devices: [0],
                available: 8,
            },
        ]));

    it("clash over all the devices that they map", () =>
        assert.deepStrictEqual(clashes(model(8, 0, 1), model(9, 1, 0)).map(told), [
            {
                kind: "cores",
                container: "c1",
                others: ["c0"],
                setting: setting("9"),
                cores: 17,
                devices: [1, 0],
                available: 16,
            },
        ]));

    it("clash at the one with which they are too many, beside each of the others", () =>
        assert.deepStrictEqual(
            clashes(model(3, 0), model(3, 0), model(3, 0)).map((clash) => {
                assert.ok(clash.kind === "cores");
                return [clash.container.name, clash.others.map(({ name }) => name), clash.cores];
            }),
            [["c2", ["c0", "c1"], 9]],
        ));

    it("do not clash while they take as many as there are", () =>
        assert.deepStrictEqual(clashes(model(4, 0), model(4, 0)), []));
});
