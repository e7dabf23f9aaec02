import assert from "node:assert/strict";
import { settingVariable } from "../../../checks/fixes/variable";
import { UNKNOWN } from "../../../ecs/known";
import { undecidedAt } from "../../paths";
import { containerOf } from "../task-of";

const path = ["containerDefinitions", 0, "environment"];
const set = (container: object) => settingVariable(containerOf({ name: "bert", ...container }), "A", "1");
const variable = (name: string, value = "0") => ({ name, value });

describe("A fix that sets a variable", () => {
    const note = 'container "bert" now has A "1"';

    it("adds it where it is missing", () =>
        assert.deepStrictEqual(set({ environment: [variable("B")] }), {
            edits: [{ path, value: { name: "A", value: "1" }, append: true }],
            note,
        }));

    it("changes each that is there", () =>
        assert.deepStrictEqual(set({ environment: [variable("A"), variable("B"), variable("A")] }), {
            edits: [0, 2].map((index) => ({ path: [...path, index, "value"], value: "1" })),
            note,
        }));

    const unknown: [what: string, container: object, at: string][] = [
        ["the environment", { environment: UNKNOWN }, "containerDefinitions[0].environment"],
        [
            "the name of a variable",
            { environment: [{ name: UNKNOWN, value: "0" }] },
            "containerDefinitions[0].environment",
        ],
        ["what comes from a secret", { secrets: [{ name: "A", valueFrom: "arn" }] }, "containerDefinitions[0].secrets"],
    ];
    for (const [what, container, at] of unknown) {
        it(`is none while this is not known: ${what}`, () => assert.throws(() => set(container), undecidedAt(at)));
    }
});
