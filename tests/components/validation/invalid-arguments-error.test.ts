import assert from "node:assert/strict";
import { InputPropertiesError, RunError } from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../../../components/validation/invalid-arguments-error";

const problem = (propertyPath: string) => ({ propertyPath, reason: "is wrong" });

describe("InvalidArgumentsError", () => {
    const cases: [what: string, name: string | undefined, paths: string[], message: string][] = [
        ["one problem", "ml", ["a"], 'Cluster "ml" has a wrong argument:\n  - a is wrong'],
        [
            "each of several",
            "ml",
            ["a", "b[0]"],
            'Cluster "ml" has 2 wrong arguments:\n  - a is wrong\n  - b[0] is wrong',
        ],
        ["a component without a name", undefined, ["name"], "Cluster has a wrong argument:\n  - name is wrong"],
    ];
    for (const [what, name, paths, message] of cases) {
        it(`tells ${what}, in words and as data`, () => {
            const error = new InvalidArgumentsError("Cluster", name, paths.map(problem));
            assert.deepStrictEqual([error.message, error.errors], [message, paths.map(problem)]);
        });
    }

    const error = new InvalidArgumentsError("Cluster", "ml", [problem("a")]);

    it("is printed by Pulumi as its message alone", () => {
        assert.ok(RunError.isInstance(error));
        assert.ok(error instanceof InputPropertiesError);
        assert.deepStrictEqual([error.name, error.stack], ["InvalidArgumentsError", error.message]);
    });

    it("keeps its message where an output fails with it, before which the SDK writes more", () => {
        const { message } = error;
        error.message = `of an output: ${message}`;
        assert.equal(error.message, message);
    });
});
