import assert from "node:assert/strict";
import { tokenize } from "../../../ecs/cluster-query/tokens";

describe("The tokens of a placement expression", () => {
    const expressions: [string, string[] | undefined][] = [
        ["", []],
        [" \t ", []],
        ["a == b", ["a", "==", "b"]],
        [" a==b ", ["a", "==", "b"]],
        ["a:b.c-d!=e", ["a:b.c-d", "!=", "e"]],
        ["(a>=1)||(b<=2)&&c>3", ["(", "a", ">=", "1", ")", "||", "(", "b", "<=", "2", ")", "&&", "c", ">", "3"]],
        ["a<1", ["a", "<", "1"]],
        ["!a", ["!a"]],
        ["! a", ["!", "a"]],
        ["a !in [b, c]", ["a", "!in", "[b, c]"]],
        ["a in []", ["a", "in", "[]"]],
        ["a in [b", undefined],
        ["a ] b", undefined],
        ["a = b", undefined],
        ["a & b", undefined],
        ["a | b", undefined],
        ["a ~ b", undefined],
        ["a == 'b c'", ["a", "==", "'b", "c'"]],
        ["a =~ inf1.(x|2x)large", ["a", "=~", "inf1.(x|2x)large"]],
        ["(a =~ b)", ["(", "a", "=~", "b", ")"]],
        ["((a =~ (b)))", ["(", "(", "a", "=~", "(b)", ")", ")"]],
        ["a =~ b) or c", ["a", "=~", "b", ")", "or", "c"]],
        ["a =~ (b", ["a", "=~", "(b"]],
        ["a !~ [b]=~c d", ["a", "!~", "[b]=~c", "d"]],
        ["a matches b&c", ["a", "matches", "b&c"]],
        ["a not_matches   b&c\td", ["a", "not_matches", "b&c", "d"]],
        ["a =~", ["a", "=~"]],
    ];
    for (const [expression, tokens] of expressions) {
        it(`are ${tokens === undefined ? "none" : JSON.stringify(tokens)}: ${JSON.stringify(expression)}`, () =>
            assert.deepStrictEqual(tokenize(expression), tokens));
    }

    it("are those of 2,000 characters at most, without the blanks around", () => {
        const longest = "a".repeat(2000);
        assert.deepStrictEqual([tokenize(` ${longest} `), tokenize(`${longest}a`)], [[longest], undefined]);
    });
});
