import assert from "node:assert/strict";
import { readWord } from "../../../ecs/shell/read-word";
import type { Part, Text, Word } from "../../../ecs/shell/word";

const text = (one: string): Text => ({ text: one });
const variable = (name: string | undefined, isQuoted = false): Part => ({ variable: name, isQuoted });
const otherwise = (name: string | undefined, parts: Word, assigns = false, isQuoted = false): Part => ({
    variable: name,
    isQuoted,
    otherwise: parts,
    assigns,
});
const notKnown = variable(undefined);

describe("A word of a shell script", () => {
    const words: [string, Word, after?: string][] = [
        ["abc", [text("abc")]],
        ["", [text("")]],
        ...[" ", "\t", "\r", "\n", ";", "&", "|", "(", ")", "<", ">"].map((end): [string, Word, string] => [
            `a${end}b`,
            [text("a")],
            `${end}b`,
        ]),
        ["a#b", [text("a#b")]],
        ["'a b'c d", [text("a bc")], " d"],
        ["'a\"b' c", [text('a"b')], " c"],
        ["'a b", [text("a b")]],
        ['"a b"c d', [text("a bc")], " d"],
        [`"a'b c" d`, [text("a'b c")], " d"],
        ['"a b', [text("a b")]],
        ["a\\ b c", [text("a b")], " c"],
        ["a\\\nb c", [text("ab")], " c"],
        ["a\\", [text("a")]],
        ['"\\$a \\` \\" \\\\" b', [text('$a ` " \\')], " b"],
        ['"\\a \\n"', [text("\\a \\n")]],
        ['"a\\\n b" c', [text("a b")], " c"],
        ['"a\\', [text("a\\")]],
        ["$", [text("$")]],
        ["a$ b", [text("a$")], " b"],
        ["$/a", [text("$/a")]],
        ["$'a b' c", [text("a b")], " c"],
        ['$"a b" c', [text("a b")], " c"],
        [`"$'a'"`, [text("$'a'")]],
        ["$a", [text(""), variable("a"), text("")]],
        ["x$A_1-y z", [text("x"), variable("A_1"), text("-y")], " z"],
        ['"$a b" c', [text(""), variable("a", true), text(" b")], " c"],
        ["$12", [text(""), variable("1"), text("2")]],
        ["$123", [text(""), variable("1"), text("23")]],
        ["$A12", [text(""), variable("A12"), text("")]],
        ["${12}", [text(""), variable("12"), text("")]],
        ...Array.from("@*#?!$-", (name): [string, Word] => [`$${name}a`, [text(""), variable(name), text("a")]]),
        ["${a}b", [text(""), variable("a"), text("b")]],
        ['"${a}"b', [text(""), variable("a", true), text("b")]],
        ["$(a)b c", [text(""), notKnown, text("b")], " c"],
        ["$(a (b) c)d", [text(""), notKnown, text("d")]],
        ["$(a ')' b)c", [text(""), notKnown, text("c")]],
        ['$(a ")" b)c', [text(""), notKnown, text("c")]],
        ['$(a "(" b)c', [text(""), notKnown, text("c")]],
        [`$(a "'" b)c'`, [text(""), notKnown, text("c")]],
        ["$(a \\) b)c", [text(""), notKnown, text("c")]],
        ["$(a ' b)c", [text(""), notKnown, text("")]],
        ["$(a", [text(""), notKnown, text("")]],
        ['"$(a)" b', [text(""), variable(undefined, true), text("")], " b"],
        ["`a b`c d", [text(""), notKnown, text("c")], " d"],
        ["`a \\` b`c", [text(""), notKnown, text("c")]],
        ["`a", [text(""), notKnown, text("")]],
        ["`a\\", [text(""), notKnown, text("")]],
        ['"`a`" b', [text(""), variable(undefined, true), text("")], " b"],
        ["${a:-b c}d", [text(""), otherwise("a", [text("b c")]), text("d")]],
        ["${a-b}", [text(""), otherwise("a", [text("b")]), text("")]],
        ["${a:=b}", [text(""), otherwise("a", [text("b")], true), text("")]],
        ["${a=b}", [text(""), otherwise("a", [text("b")], true), text("")]],
        ['"${a:-b}"', [text(""), otherwise("a", [text("b")], false, true), text("")]],
        ["${a:-$b}c", [text(""), otherwise("a", [text(""), variable("b"), text("")]), text("c")]],
        ['${a:-"}"}b', [text(""), otherwise("a", [text("}")]), text("b")]],
        ["${a:-b", [text(""), otherwise("a", [text("b")]), text("")]],
        ["${a%b}c", [text(""), notKnown, text("c")]],
        ["${a:2}c", [text(""), notKnown, text("c")]],
        ["${a%:-b}c", [text(""), notKnown, text("c")]],
        ["${a%-b}c", [text(""), notKnown, text("c")]],
        ["${a%${b}}c", [text(""), notKnown, text("c")]],
        ['"${a%b}"c', [text(""), variable(undefined, true), text("c")]],
        ["${}c", [text(""), notKnown, text("c")]],
        ["${:-b}c", [text(""), otherwise(undefined, [text("b")]), text("c")]],
        ["${/a}c", [text(""), notKnown, text("c")]],
        ["${a", [text(""), notKnown, text("")]],
    ];
    for (const [script, value, after = ""] of words) {
        it(`is read up to ${JSON.stringify(after)}: ${JSON.stringify(script)}`, () =>
            assert.deepStrictEqual(readWord(script, 0), { value, end: script.length - after.length }));
    }

    it("begins anywhere in the script", () =>
        assert.deepStrictEqual(readWord("a ${b:-c} d", 2), {
            value: [text(""), otherwise("b", [text("c")]), text("")],
            end: 9,
        }));

    it("has values in values up to four deep, and what is deeper is not known", () => {
        const nested = (depth: number): string => (depth === 0 ? "b" : `\${a:-${nested(depth - 1)}}`);
        const parts = (depth: number, last: Word): Word =>
            depth === 0 ? last : [text(""), otherwise("a", parts(depth - 1, last)), text("")];
        assert.deepStrictEqual(
            [readWord(nested(4), 0).value, readWord(nested(5), 0).value],
            [parts(4, [text("b")]), parts(4, [text(""), notKnown, text("")])],
        );
    });
});
