import assert from "node:assert/strict";
import { countNew, countOld, nearest, range, withEvenContext } from "../../../cli/edits/diff-part";

const part = { oldStart: 2, newStart: 2, lines: [" a", " b", "-c", "+d", "+e", " f"] };

describe("A part of a difference", () => {
    it("has its lines of the old text and of the new one", () =>
        assert.deepStrictEqual([countOld(part), countNew(part)], [4, 5]));

    it("begins behind the line before it where it has no lines", () =>
        assert.deepStrictEqual([range(3, 2), range(3, 0)], ["3,2", "2,0"]));

    it("has no more context above than below, unless it stands at the end of the text", () => {
        assert.deepStrictEqual(withEvenContext(part, 9), {
            oldStart: 3,
            newStart: 3,
            lines: [" b", "-c", "+d", "+e", " f"],
        });
        assert.deepStrictEqual(withEvenContext(part, 5), part);
    });

    it("has the three nearest lines at most, up to one that is not shown", () => {
        assert.deepStrictEqual(
            nearest(5, 1, () => true),
            [5, 6, 7],
        );
        assert.deepStrictEqual(
            nearest(5, -1, (line) => line > 3),
            [5, 4],
        );
    });
});
