import assert from "node:assert/strict";
import { Spelling } from "../../../checks/fixes/spelling";

describe("How a definition spells its keys", () => {
    it("is told by the keys of an object, and by what is around an empty one or a list", () =>
        assert.deepStrictEqual(
            [{ Name: 1 }, { name: 1 }, {}, ["a"]].map((holder) => Spelling.of(holder, Spelling.pascalCase)),
            [Spelling.pascalCase, Spelling.camelCase, Spelling.pascalCase, Spelling.pascalCase],
        ));

    it("gives the key that an object has, and else the one that it would have", () =>
        assert.deepStrictEqual(
            [{ MountPoints: [] }, { mountPoints: [] }, {}].map((holder) =>
                Spelling.pascalCase.keyIn(holder, "mountPoints"),
            ),
            ["MountPoints", "mountPoints", "MountPoints"],
        ));

    it("spells the keys of a value, and leaves lists and scalars", () =>
        assert.deepStrictEqual(
            [{ sourceVolume: "sock" }, ["a"], "a", null].map((value) => Spelling.pascalCase.spelled(value)),
            [{ SourceVolume: "sock" }, ["a"], "a", null],
        ));
});
