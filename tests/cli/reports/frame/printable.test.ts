import assert from "node:assert/strict";
import { printable } from "../../../../cli/reports/frame/printable";

describe("printable", () => {
    it("replaces tabs by blanks, and what a terminal obeys by a mark", () => {
        assert.equal(printable("\ta\u001b[2J\u202eb\u2028c\u200b"), "    a\ufffd[2J\ufffdb\ufffdc\ufffd");
    });

    it("leaves every other text as it is", () => assert.equal(printable("Überall … 漢"), "Überall … 漢"));
});
