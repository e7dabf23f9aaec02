import assert from "node:assert/strict";
import type { Schema } from "../../../checks/configuration/schema";
import { schemaProblems } from "../../../checks/configuration/validate";

const text: Schema = { type: "string" };

describe("A value against its schema", () => {
    const cases: [string, Schema, unknown, string[]][] = [
        ["may be any text", text, "a", []],
        ["must be a string", text, 1, ["x must be a string"]],
        ["must be the only text", { type: "string", enum: ["a"] }, "b", ["x must be a (did you mean a?)"]],
        ["must be one of the texts", { type: "string", enum: ["abc", "def"] }, 1, ["x must be one of abc, def"]],
        [
            "is nothing where it must be one of the texts",
            { type: "string", enum: ["abc", "def"] },
            null,
            ["x must be one of abc, def"],
        ],
        ["is one of the texts", { type: "string", enum: ["abc", "def"] }, "def", []],
        ["must match a pattern", { type: "string", pattern: "^a$" }, "b", ['x is "b", but must match ^a$']],
        ["matches a pattern", { type: "string", pattern: "^a$" }, "a", []],
        ["must be a list", { type: "array", items: text }, "a", ["x must be a list"]],
        ["may be an empty list", { type: "array", items: text }, [], []],
        ["needs an item", { type: "array", items: text, minItems: 1 }, [], ["x is empty, but needs an item"]],
        ["has an item", { type: "array", items: text, minItems: 1 }, ["a"], []],
        [
            "has items of their own schema",
            { type: "array", items: text },
            ["a", 1, 2],
            ["x[1] must be a string", "x[2] must be a string"],
        ],
    ];
    const object: Schema = {
        type: "object",
        properties: { name: text, other: text },
        required: ["name"],
        additionalProperties: false,
    };
    const objects: [string, unknown, string[]][] = [
        ["has what it needs", { name: "a" }, []],
        ["misses what it needs", { other: "a" }, ["x.name is missing"]],
        ["has properties of their own schema", { name: 1 }, ["x.name must be a string"]],
        ["has an unknown property", { name: "a", nme: "b" }, ['x has no option "nme" (did you mean name?)']],
        ["has a property of every object", { name: "a", toString: "b" }, ['x has no option "toString"']],
        ["is nothing", null, ["x must be an object"]],
        ["is a list", [], ["x must be an object"]],
        ["is a string", "a", ["x must be an object"]],
    ];
    for (const [what, schema, value, problems] of [
        ...cases,
        ...objects.map(([what, value, problems]): [string, Schema, unknown, string[]] => [
            what,
            object,
            value,
            problems,
        ]),
    ]) {
        it(what, () => assert.deepStrictEqual(schemaProblems(schema, value, "x"), problems));
    }

    it("may have an object without what is needed, where nothing is", () =>
        assert.deepStrictEqual(
            schemaProblems({ type: "object", properties: { name: text }, additionalProperties: false }, {}, "x"),
            [],
        ));
});
