import assert from "node:assert/strict";
import { Lines } from "../../../cli/input/position";

describe("Lines", () => {
    const lines = new Lines("ab\r\ncd\n\ne", () => [
        { start: 0, end: 2, key: "", isKey: true },
        { start: 4, end: 9, key: "ab", isKey: false },
    ]);

    it("gives the range of characters from line 1 and column 1 on", () => {
        assert.deepStrictEqual(lines.range(1, 8), { line: 1, column: 2, endLine: 4, endColumn: 1 });
    });

    it("gives lines without their ends, and nothing past the last", () => {
        assert.deepStrictEqual(
            [1, 2, 3, 4, 5].map((line) => lines.line(line)),
            ["ab", "cd", "", "e", ""],
        );
    });

    it("gives the offsets at which lines begin", () => {
        assert.deepStrictEqual(
            [1, 2, 3, 4, 5].map((line) => lines.startOf(line)),
            [0, 4, 7, 8, 9],
        );
    });

    it("gives the keys and values of which a part stands on a line", () => {
        assert.deepStrictEqual(
            [1, 2, 4].map((line) => lines.scalarsOn(line).map(({ start }) => start)),
            [[0], [4], [4]],
        );
    });
});
