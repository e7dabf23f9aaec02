import assert from "node:assert/strict";
import { wrappedPage } from "../../../cli/commands/wrapped-page";

describe("wrappedPage", () => {
    const page = [
        "# rule",
        "",
        "A sentence that is longer than the columns are.",
        "",
        "| change | message |",
        "| --- | --- |",
        "| one \\| other | said<br>again, at some length |",
        "",
        "| level | severity | judges |",
        "| --- | --- | --- |",
        "| mandatory | high | all |",
        "",
        "```json",
        '{ "example": "which is as long as it has to be" }',
        "```",
        "",
        "- an item that goes on over two lines",
        "",
    ].join("\n");

    it("wraps paragraphs, items and the rows of tables to the columns, and no example", () => {
        assert.deepStrictEqual(wrappedPage(page, 24).split("\n"), [
            "# rule",
            "",
            "A sentence that is",
            "longer than the columns",
            "are.",
            "",
            "- one | other: said;",
            "  again, at some length",
            "",
            "- mandatory · high · all",
            "",
            "```json",
            '{ "example": "which is as long as it has to be" }',
            "```",
            "",
            "- an item that goes on",
            "  over two lines",
            "",
        ]);
    });

    it("leaves a page that no terminal shows as it is", () => assert.equal(wrappedPage(page, Infinity), page));
});
