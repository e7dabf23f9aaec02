import assert from "node:assert/strict";
import { fixCapabilities } from "../../../checks/fixes/capabilities";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rolesOf } from "../../../ecs/task/roles";
import { rightTask } from "../right-task";
import { undecidedAt } from "../../paths";

/** What is proposed for a sidecar that adds some capabilities. */
function proposed(add: unknown) {
    const task = readTaskDefinition(rightTask({ daemon: { linuxParameters: { capabilities: { add } } } }));
    const [sidecar] = rolesOf(task).sidecars;
    assert.ok(sidecar);
    return fixCapabilities({ sidecar });
}

describe("The capabilities that a fix proposes", () => {
    it("are those that are missing, with the list of dropped ones", () => {
        const path = ["containerDefinitions", 1, "linuxParameters", "capabilities"];
        assert.deepStrictEqual(proposed(["SYS_ADMIN"]), {
            edits: [
                { path: [...path, "add"], value: "IPC_LOCK", append: true },
                { path: [...path, "drop"], value: [] },
            ],
            note: 'container "neuron-rtd" now adds IPC_LOCK',
        });
    });

    it("are not decided while it is not known what the sidecar adds", () =>
        assert.throws(
            () => proposed(UNKNOWN),
            undecidedAt("containerDefinitions[1].linuxParameters.capabilities.add"),
        ));
});
