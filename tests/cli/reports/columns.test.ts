import assert from "node:assert/strict";
import { cellsOf, columnsOf, textOf } from "../../../cli/reports/columns";

describe("The columns of a text", () => {
    for (const [text, columns] of [
        ["bert", 4],
        ["モデル", 6],
        ["ﾓﾃﾞﾙ", 4],
        ["한국 中文", 9],
        ["（a）", 5],
        ["Größe", 5],
        ["Gro\u0308ße", 5],
        ["🚀 x", 4],
        ["a…", 2],
        ["", 0],
    ] as const) {
        it(`are ${columns} of ${JSON.stringify(text)}`, () => {
            assert.equal(columnsOf(text), columns);
            assert.equal(textOf(cellsOf(text)), text);
        });
    }

    it("can be taken alone, with a blank for half of a wide character", () => {
        const cells = cellsOf("aモデルb");
        assert.equal(textOf(cells.slice(2, 6)), " デ ");
        assert.equal(textOf(cells.slice(1, 5)), "モデ");
    });
});
