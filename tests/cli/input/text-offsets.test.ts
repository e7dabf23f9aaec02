import assert from "node:assert/strict";
import { parse } from "yaml";
import { offsetsOf } from "../../../cli/input/text-offsets";

/** For each character of a text, what the source has from there on up to the next. */
function written(text: string, source: string): readonly string[] | undefined {
    const offsets = offsetsOf(text, source);
    return offsets && Array.from(text, (_, offset) => source.slice(offsets(offset), offsets(offset + 1)));
}

describe("A character of a text", () => {
    const same: [string: string, source: string][] = [
        ["in quotes", '"abc"'],
        ["in single quotes", "'abc'"],
        ["without quotes", "abc"],
    ];
    for (const [what, source] of same) {
        it(`stands as it is ${what}`, () => assert.deepStrictEqual(written("abc", source), ["a", "b", "c"]));
    }

    it("stands where its escape begins", () =>
        assert.deepStrictEqual(written(' "\\<\n', '" \\"\\\\\\u003c\\n"'), [" ", '\\"', "\\\\", "\\u003c", "\\n"]));

    it("stands behind the indentation of a block", () => {
        const source = "|2-\n    a\n\n   b";
        const offsets = offsetsOf("  a\n\n b", source);
        assert.deepStrictEqual(parse(`x: ${source}`), { x: "  a\n\n b" });
        assert.deepStrictEqual(offsets && [2, 3, 4, 5, 6, 7].map(offsets), [8, 9, 10, 13, 14, 15]);
    });

    it("stands behind the indentation of a block whose lines end as in Windows", () => {
        const source = "| # JSON\r\n  {\r\n    a\r\n";
        const offsets = offsetsOf("{\n  a\n", source);
        assert.deepStrictEqual(offsets && [0, 4].map((at) => source[offsets(at)]), ["{", "a"]);
    });

    const none: [what: string, text: string, source: string][] = [
        ["a folded block", "a b\n", ">\n  a\n  b\n"],
        ["an escape of YAML alone", "a", '"\\x61"'],
        ["doubled quotes", "it's", "'it''s'"],
        ["a name of an anchor", "abc", "*abd"],
    ];
    for (const [what, text, source] of none) {
        it(`is not told in ${what}`, () => assert.strictEqual(offsetsOf(text, source), undefined));
    }
});
