import assert from "node:assert/strict";
import type { Fix } from "../../../checks/fixes/fix";
import { fixModelMount, fixSidecarMount } from "../../../checks/fixes/shared-volume";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rolesOf } from "../../../ecs/task/roles";
import { mount, rightTask } from "../right-task";
import { undecidedAt } from "../../paths";

type Change = Parameters<typeof rightTask>[0];

/** What is proposed for the sidecar, and for each model container: where, and what. */
function proposed(change: Change): { sidecar: string[]; models: string[] } {
    const task = readTaskDefinition(rightTask(change));
    assert.deepStrictEqual(task.problems, []);
    const { sidecars, models } = rolesOf(task);
    const [sidecar] = sidecars;
    assert.ok(sidecar);
    const context = { task, sidecar, models };
    const lines = (fix: Fix | undefined) =>
        (fix?.edits ?? []).map(({ path, value }) => `${path.join(".")}: ${JSON.stringify(value)}`);
    return {
        sidecar: lines(fixSidecarMount(context)),
        models: models.flatMap((model) => lines(fixModelMount(model, context))),
    };
}

const [model] = rightTask().containerDefinitions;
const second = (mountPoints: unknown) => ({ ...model, name: "second", mountPoints });
const none = { mountPoints: [] };
const mounting = (index: number, volume = "sock", directory = "/sock") =>
    `containerDefinitions.${index}.mountPoints: ${JSON.stringify({ sourceVolume: volume, containerPath: directory })}`;

describe("The mount that a fix proposes for the sidecar", () => {
    const cases: [string, Change, string[]][] = [
        ["is that of its model container", { daemon: none }, [mounting(1)]],
        [
            "is that of all of its model containers",
            { daemon: none, further: [second([mount("sock", "/sock/")])] },
            [mounting(1)],
        ],
        ["stands beside other mounts", { daemon: { mountPoints: [mount("data", "/data")] } }, [mounting(1)]],
        ["is none where a model container has no mount", { daemon: none, further: [second([])] }, []],
        ["is none where no model container has a mount", { daemon: none, model: none }, []],
        [
            "is none where neither of two model containers has a mount",
            { daemon: none, model: none, further: [second([])] },
            [],
        ],
        [
            "is none where the first model container has no mount",
            { daemon: none, model: none, further: [second([mount("sock", "/sock")])] },
            [],
        ],
        [
            "is none where a model container has another volume",
            { daemon: none, further: [second([mount("data", "/sock")])] },
            [],
        ],
        [
            "is none where a model container has the volume elsewhere",
            { daemon: none, further: [second([mount("sock", "/")])] },
            [],
        ],
        [
            "is none where the model container has another address",
            { daemon: none, model: { environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/other.sock" }] } },
            [],
        ],
        ["is none where the model container has no address", { daemon: none, model: { environment: [] } }, []],
        ["is none where it mounts the volume elsewhere", { daemon: { mountPoints: [mount("sock", "/x")] } }, []],
        ["is none where it does not say where it listens", { daemon: { ...none, command: [] } }, []],
        [
            "can be written to",
            { daemon: { mountPoints: [mount("data", "/data"), { ...mount("sock", "/sock"), readOnly: true }] } },
            ["containerDefinitions.1.mountPoints.1.readOnly: false"],
        ],
        [
            "is none where it takes the mount over from another container",
            {
                daemon: { ...none, volumesFrom: [{ sourceContainer: "store" }] },
                further: [
                    { name: "store", image: "store", mountPoints: [{ ...mount("sock", "/sock"), readOnly: true }] },
                ],
            },
            [],
        ],
    ];
    for (const [what, change, edits] of cases) {
        it(what, () => assert.deepStrictEqual(proposed(change).sidecar, edits));
    }

    it("is not decided while it is not known what the sidecar mounts", () =>
        assert.throws(
            () => proposed({ daemon: { mountPoints: UNKNOWN } }),
            undecidedAt("containerDefinitions[1].mountPoints"),
        ));
});

describe("The mount that a fix proposes for a model container", () => {
    const cases: [string, Change, string[]][] = [
        ["is that of the sidecar", { model: none }, [mounting(0)]],
        ["stands beside other mounts", { model: { mountPoints: [mount("data", "/data")] } }, [mounting(0)]],
        ["is none where it mounts the volume elsewhere", { model: { mountPoints: [mount("sock", "/x")] } }, []],
        ["is none where it has another volume there", { model: { mountPoints: [mount("data", "/sock/")] } }, []],
        ["is none where the sidecar has none", { model: none, daemon: none }, []],
    ];
    for (const [what, change, edits] of cases) {
        it(what, () => assert.deepStrictEqual(proposed(change).models, edits));
    }

    const undecidedCases: [string, unknown, string][] = [
        ["mounts", UNKNOWN, "mountPoints"],
        ["volumes", [mount("data", "/data"), { sourceVolume: UNKNOWN, containerPath: "/x" }], "mountPoints"],
        ["paths", [{ sourceVolume: "data", containerPath: UNKNOWN }], "mountPoints"],
    ];
    for (const [what, mountPoints, path] of undecidedCases) {
        it(`is not decided while it is not known what it ${what}`, () =>
            assert.throws(() => proposed({ model: { mountPoints } }), undecidedAt(`containerDefinitions[0].${path}`)));
    }
});
