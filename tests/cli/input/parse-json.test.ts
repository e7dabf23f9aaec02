import assert from "node:assert/strict";
import { UnreadableFile } from "../../../cli/input/document";
import { parseJson } from "../../../cli/input/parse-json";

describe("A JSON text", () => {
    it("is its data, with the positions of its values, behind a mark of the byte order too", () => {
        const parsed = parseJson('\uFEFF{\n  "a": [true]\n}');
        assert.deepStrictEqual(parsed.data, { a: [true] });
        assert.deepStrictEqual(parsed.positionOf(["a", 0]), { line: 2, column: 9, endLine: 2, endColumn: 13 });
    });

    it("tells the keys that stand again in one object, in texts and other objects none", () => {
        const parsed = parseJson('{\n"a": {"b": 1},\n"b": "\\"b\\": 1",\n"a": {"c": 1,\n"c": 2}\n}');
        assert.deepStrictEqual(parsed.equalKeys(), [
            { key: "a", line: 4 },
            { key: "c", line: 5 },
        ]);
    });

    it("has its keys and values in their order, each with its key", () => {
        const { lines } = parseJson('{"a": ["x", {"b": 1}], "c": null}');
        assert.deepStrictEqual(
            lines.scalarsOn(1).map(({ key, isKey, start, end }) => [key, isKey, start, end]),
            [
                ["a", true, 1, 4],
                ["a", false, 7, 10],
                ["b", true, 13, 16],
                ["b", false, 18, 19],
                ["c", true, 23, 26],
                ["c", false, 28, 32],
            ],
        );
    });

    const wrong: [text: string, reason: string, line: number][] = [
        ['{"a": 1,\n}', "it is not JSON: property name expected", 2],
        ["{\n// note\n}", "it is not JSON: invalid comment token", 2],
        ["", "it is not JSON: value expected", 1],
    ];
    for (const [text, reason, line] of wrong) {
        it(`is refused with the line, and without the text: ${JSON.stringify(text)}`, () =>
            assert.throws(
                () => parseJson(text),
                (error) => {
                    assert.ok(error instanceof UnreadableFile);
                    assert.deepStrictEqual([error.reason, error.line], [reason, line]);
                    return true;
                },
            ));
    }
});
