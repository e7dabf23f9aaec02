import assert from "node:assert/strict";
import { fixStartsFirst } from "../../../checks/fixes/starts-first";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rolesOf } from "../../../ecs/task/roles";
import { rightTask } from "../right-task";
import { undecidedAt } from "../../paths";

/** The edits that are proposed for the model container. */
function proposed(change: Parameters<typeof rightTask>[0]) {
    const task = readTaskDefinition(rightTask(change));
    const { sidecars, models } = rolesOf(task);
    const [[sidecar], [model]] = [sidecars, models];
    assert.ok(sidecar && model);
    return fixStartsFirst(model, { sidecar }).edits;
}

const path = ["containerDefinitions", 0, "dependsOn"];
const awaiting = (...dependsOn: [containerName: string, condition: string][]) => ({
    model: { dependsOn: dependsOn.map(([containerName, condition]) => ({ containerName, condition })) },
});

describe("The dependency that a fix proposes", () => {
    it("is added beside others", () =>
        assert.deepStrictEqual(proposed(awaiting(["other", "START"])), [
            { path, value: { containerName: "neuron-rtd", condition: "START" }, append: true },
        ]));

    it("takes the condition of the one that stands there", () =>
        assert.deepStrictEqual(proposed(awaiting(["other", "START"], ["neuron-rtd", "COMPLETE"])), [
            { path: [...path, 1, "condition"], value: "START" },
        ]));

    const undecidedCases: [string, Parameters<typeof rightTask>[0], string][] = [
        ["the sidecar's name", { daemon: { name: UNKNOWN } }, "containerDefinitions[1].name"],
        ["the model container's dependencies", { model: { dependsOn: UNKNOWN } }, "containerDefinitions[0].dependsOn"],
    ];
    for (const [what, change, at] of undecidedCases) {
        it(`is not decided while this is not known: ${what}`, () =>
            assert.throws(() => proposed(change), undecidedAt(at)));
    }
});
