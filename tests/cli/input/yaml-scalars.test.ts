import assert from "node:assert/strict";
import * as yaml from "yaml";
import { scalarsOf } from "../../../cli/input/yaml-scalars";

describe("The keys and values of a YAML document", () => {
    const found = (text: string) =>
        scalarsOf(yaml, yaml.parseDocument(text)).map(({ start, end, key, isKey }) => [
            text.slice(start, end),
            isKey ? "key" : "value",
            key,
        ]);

    it("stand in their order, each with the key above it", () =>
        assert.deepStrictEqual(found("a: 1\nb:\n  - x\n  - {c: 'y'}\n"), [
            ["a", "key", "a"],
            ["1", "value", "a"],
            ["b", "key", "b"],
            ["x", "value", "b"],
            ["c", "key", "c"],
            ["'y'", "value", "c"],
        ]));

    it("have the key as it is written, and none above the first", () =>
        assert.deepStrictEqual(
            [found("on: off"), found("text")],
            [
                [
                    ["on", "key", "on"],
                    ["off", "value", "on"],
                ],
                [["text", "value", ""]],
            ],
        ));
});
