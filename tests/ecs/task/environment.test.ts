import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { rtdAddress, setting, settings, variable } from "../../../ecs/task/environment";
import { containerOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";

const set = { environment: [{ name: "A", value: "1" }] };
const path = "containerDefinitions[0]";

describe("A variable of a container", () => {
    const cases: [string, object, string[]][] = [
        ["has its value", set, ["1"]],
        [
            "has each different value that stands there, the last at the end",
            { environment: ["1", "2", "1"].map((value) => ({ name: "A", value })) },
            ["2", "1"],
        ],
        ["has none where it does not stand", {}, []],
        [
            "has none where only others stand",
            { environment: [{ name: "B", value: "1" }], secrets: [{ name: "B" }] },
            [],
        ],
        ["has the environment's value, though a secret has its name too", { ...set, secrets: [{ name: "A" }] }, ["1"]],
        ["has the environment's value, whatever the files have", { ...set, environmentFiles: [{ type: "s3" }] }, ["1"]],
        [
            "has its value, though another one's name is not known",
            { environment: [...set.environment, { name: UNKNOWN, value: "2" }] },
            ["1"],
        ],
    ];
    for (const [what, container, expected] of cases) {
        it(what, () =>
            assert.deepStrictEqual(
                settings(containerOf(container), "A").map(({ value }) => value),
                expected,
            ),
        );
    }

    it("says where its value stands", () =>
        assert.deepStrictEqual(
            setting(containerOf({ environment: [{ name: "B", value: "1" }, ...set.environment] }), "A"),
            {
                variable: "A",
                value: "1",
                path: ["containerDefinitions", 0, "environment", 1, "value"],
            },
        ));

    it("gets the last of several values", () =>
        assert.equal(
            variable(containerOf({ environment: ["1", "2", "1"].map((value) => ({ name: "A", value })) }), "A"),
            "1",
        ));

    it("is the daemon's address where it is called so", () =>
        assert.equal(
            rtdAddress(containerOf({ environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/a" }] })),
            "unix:/a",
        ));

    const undecidedCases: [string, object, string][] = [
        ["the environment is not known", { environment: UNKNOWN }, "environment"],
        ["its value is not known", { environment: [{ name: "A", value: UNKNOWN }] }, "environment.A"],
        ["the name of one is not known", { environment: [{ name: UNKNOWN, value: "1" }] }, "environment"],
        ["a secret has its name", { secrets: [{ name: "A" }] }, "secrets"],
        ["the name of a secret is not known", { secrets: [{ name: "B" }, { name: UNKNOWN }] }, "secrets"],
        ["the secrets are not known", { secrets: UNKNOWN }, "secrets"],
        ["there are files of variables", { environmentFiles: [{ type: "s3" }] }, "environmentFiles"],
        ["it is not known whether there are files", { environmentFiles: UNKNOWN }, "environmentFiles"],
    ];
    for (const [what, container, at] of undecidedCases) {
        it(`is not decided while ${what}`, () =>
            assert.throws(() => settings(containerOf(container), "A"), undecidedAt(`${path}.${at}`)));
    }
});
