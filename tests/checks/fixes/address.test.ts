import assert from "node:assert/strict";
import { fixAddress } from "../../../checks/fixes/address";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rolesOf } from "../../../ecs/task/roles";
import { mount, rightTask, variable } from "../right-task";
import { undecidedAt } from "../../paths";

/** The edits that are proposed for the model container. */
function proposed(change: Parameters<typeof rightTask>[0]) {
    const task = readTaskDefinition(rightTask(change));
    const { sidecars, models } = rolesOf(task);
    const [[sidecar], [model]] = [sidecars, models];
    assert.ok(sidecar && model);
    return fixAddress(model, { task, sidecar, models })?.edits ?? [];
}

const path = ["containerDefinitions", 0, "environment"];
const set = (value: string) => [{ path, value: variable("NEURON_RTD_ADDRESS", value), append: true }];
const [{ dependsOn }] = rightTask().containerDefinitions as [Record<string, unknown>];
const without = (...mountPoints: object[]) => ({ environment: [], dependsOn, mountPoints });

describe("The address that a fix proposes", () => {
    const cases: [string, object, object[]][] = [
        ["is the sidecar's", without(mount("sock", "/sock")), set("unix:/sock/neuron-rtd.sock")],
        ["is the sidecar's where nothing is mounted", without(), set("unix:/sock/neuron-rtd.sock")],
        [
            "is the sidecar's where only another volume is mounted",
            without(mount("data", "/data")),
            set("unix:/sock/neuron-rtd.sock"),
        ],
        [
            "is the path at which the volume is mounted",
            without(mount("data", "/data"), mount("sock", "/x/")),
            set("unix:/x/neuron-rtd.sock"),
        ],
        [
            "is the sidecar's where the volume is mounted there too",
            without(mount("sock", "/x"), mount("sock", "/sock")),
            set("unix:/sock/neuron-rtd.sock"),
        ],
        ["is none where the volume is mounted twice elsewhere", without(mount("sock", "/x"), mount("sock", "/y")), []],
        [
            "takes the place of each that stands there",
            {
                ...without(mount("sock", "/sock")),
                environment: [
                    variable("A", "1"),
                    variable("NEURON_RTD_ADDRESS", "unix:/a"),
                    variable("NEURON_RTD_ADDRESS", "unix:/b"),
                ],
            },
            [1, 2].map((index) => ({ path: [...path, index, "value"], value: "unix:/sock/neuron-rtd.sock" })),
        ],
    ];
    for (const [what, model, edits] of cases) {
        it(what, () => assert.deepStrictEqual(proposed({ model }), edits));
    }

    for (const [what, environment] of [
        ["the environment", UNKNOWN],
        ["the name of a variable", [{ name: UNKNOWN, value: "1" }]],
    ] as const) {
        it(`is not decided while this is not known: ${what}`, () =>
            assert.throws(
                () => proposed({ model: { ...without(), environment } }),
                undecidedAt("containerDefinitions[0].environment"),
            ));
    }

    it("is none where the sidecar's socket is on no volume", () =>
        assert.deepStrictEqual(proposed({ model: without(), daemon: { mountPoints: [] } }), []));
});
