import assert from "node:assert/strict";
import { json, table } from "../../scripts/markdown";

describe("JSON in a document", () => {
    it("is in one line where it fits", () =>
        assert.equal(json({ a: [1, { b: "x\ny" }], c: {} }), String.raw`{ "a": [ 1, { "b": "x\ny" } ], "c": {} }`));

    it("breaks what does not fit, and keeps the rest in lines", () => {
        const long = "x".repeat(96);
        assert.equal(
            json({ list: [long, { a: 1, b: [2] }], none: null }),
            `{\n  "list": [ "${long}", { "a": 1, "b": [ 2 ] } ],\n  "none": null\n}`.replace(
                `[ "${long}", { "a": 1, "b": [ 2 ] } ]`,
                `[\n    "${long}",\n    { "a": 1, "b": [ 2 ] }\n  ]`,
            ),
        );
    });
});

describe("A table in a document", () => {
    it("keeps a bar inside a cell", () =>
        assert.equal(table(["a", "b"], [["1|2", "3"]]), "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |"));
});
