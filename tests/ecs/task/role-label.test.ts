import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { labelledPart, labelOf } from "../../../ecs/task/role-label";
import { containerOf } from "../../checks/task-of";

describe("The label that says which part a container plays", () => {
    const cases: [string, unknown, label: string | undefined, part: string | undefined][] = [
        ["says model", { "ecs-inferentia.role": "model" }, "model", "model"],
        ["says daemon", { "ecs-inferentia.role": "daemon" }, "daemon", "daemon"],
        ["says other", { "ecs-inferentia.role": "other" }, "other", "other"],
        ["says no part", { "ecs-inferentia.role": "sidecar" }, "sidecar", undefined],
        ["is not known", { "ecs-inferentia.role": UNKNOWN }, undefined, undefined],
        ["is not there", { role: "model" }, undefined, undefined],
        ["may be among labels that are not known", UNKNOWN, undefined, undefined],
    ];
    for (const [what, dockerLabels, label, part] of cases) {
        it(what, () => {
            const container = containerOf({ dockerLabels });
            assert.deepStrictEqual([labelOf(container), labelledPart(container)], [label, part]);
        });
    }
});
