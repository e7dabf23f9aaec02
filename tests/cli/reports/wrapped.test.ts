import assert from "node:assert/strict";
import { wrapped } from "../../../cli/reports/wrapped";

describe("wrapped", () => {
    it("breaks a text at blanks, the first line where something stands before it", () => {
        assert.equal(wrapped("one two three four", 9, "  ", 4), "one\n  two\n  three\n  four");
        assert.equal(wrapped("one two three four", 12, "  ", 2), "one two\n  three four");
    });

    it("counts the columns that characters take", () =>
        assert.equal(wrapped("モデル 中文 b", 11, "", 0), "モデル 中文\nb"));

    it("leaves a word that is too long on a line of its own, and a text without a width as it is", () => {
        assert.equal(wrapped("a https://example.org b", 8, "", 0), "a\nhttps://example.org\nb");
        assert.equal(wrapped("one two", Infinity, "  ", 4), "one two");
    });
});
