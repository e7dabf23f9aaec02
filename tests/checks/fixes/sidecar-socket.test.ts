import assert from "node:assert/strict";
import { sidecarSocket } from "../../../checks/fixes/sidecar-socket";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rolesOf } from "../../../ecs/task/roles";
import { undecidedAt } from "../../paths";
import { mount, rightTask } from "../right-task";

function socket(daemon: object) {
    const task = readTaskDefinition(rightTask({ daemon }));
    const { sidecars, models } = rolesOf(task);
    const [sidecar] = sidecars;
    assert.ok(sidecar);
    return sidecarSocket({ task, sidecar, models });
}

describe("The socket of a sidecar", () => {
    it("is on the volume that it mounts above, at the path without a slash at its end", () =>
        assert.deepStrictEqual(socket({ mountPoints: [mount("sock", "/sock/")] }), {
            volume: "sock",
            directory: "/sock",
            pathInVolume: "neuron-rtd.sock",
        }));

    it("is not told where it mounts no volume there, or does not say where it listens", () =>
        assert.deepStrictEqual(
            [socket({ mountPoints: [mount("sock", "/other")] }), socket({ command: [] })],
            [undefined, undefined],
        ));

    it("is not decided while its mounts are not known", () =>
        assert.throws(() => socket({ mountPoints: UNKNOWN }), undecidedAt("containerDefinitions[1].mountPoints")));
});
