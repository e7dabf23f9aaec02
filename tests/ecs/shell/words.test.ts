import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { HOLE, Variables } from "../../../ecs/shell/variables";
import { Unreadable, WordReader } from "../../../ecs/shell/words";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    EMPTY: "",
    PADDED: " a\t\nb ",
    LATER: UNKNOWN,
};

/** A word of a script with `$0` "sh", `$1` "x" and `$2` "y z", and `?` for what is not known. */
function read(script: string, isSplit = true, parameters: readonly string[] | undefined = ["sh", "x", "y z"]) {
    const words = new WordReader(script, new Variables((name) => own[name], parameters)).readWord(isSplit);
    return words.map((word) => word.replaceAll(HOLE, "?"));
}

describe("The words that a shell makes of one", () => {
    const words: [string, string[]][] = [
        ["a", ["a"]],
        ["''", [""]],
        ["$A", ["a"]],
        ["x$A.y", ["xa.y"]],
        ["$TWO", ["a", "b"]],
        ['"$TWO"', ["a b"]],
        ["x${TWO}y", ["xa", "by"]],
        ["$PADDED", ["a", "b"]],
        ["x$PADDED", ["x", "a", "b"]],
        ['"$PADDED"', [" a\t\nb "]],
        ["$EMPTY", []],
        ['"$EMPTY"', [""]],
        ["x$EMPTY", ["x"]],
        ['"$EMPTY"$EMPTY', [""]],
        ["$LATER", ["?"]],
        ["x$LATER", ["x?"]],
        ["${LATER}x", ["?x"]],
        ["$NONE", ["?"]],
        ["$(a)", ["?"]],
        ["${NONE:-b c}", ["b", "c"]],
        ["${EMPTY:-b}", ["b"]],
        ["${A:-b}", ["a"]],
        ["${LATER:-b}", ["?"]],
        ["${NONE:-$TWO}", ["a", "b"]],
        ["$@", ["x", "y z"]],
        ['"$@"', ["x", "y z"]],
        ["$*", ["x", "y z"]],
        ["-$@-", ["-x", "y z-"]],
        ["$1", ["x"]],
        ["$3", []],
        ["$12", ["x2"]],
        ["${12}", ["?"]],
        ["$#", ["?"]],
        ["a*", ["a?"]],
        ["'a*'", ["a*"]],
        ['"$@"', ["x", "y z"]],
        ["'a b'c", ["a bc"]],
        ["'a\"b'", ['a"b']],
        ["a\\ b", ["a b"]],
        ["a\\\nb", ["ab"]],
        ['"\\$a \\` \\" \\\\"', ['$a ` " \\']],
        ['"\\a \\n"', ["\\a \\n"]],
        ['"a\\\n b"', ["a b"]],
        ["$", ["$"]],
        ["$/a", ["$/a"]],
        ['"a$"', ["a$"]],
        ["$'a b'", ["?"]],
        ["$(a (b) c)d", ["?d"]],
        ["$(a ')' b)c", ["?c"]],
        ['$(a ")" b)c', ["?c"]],
        ['$(a "(" b)c', ["?c"]],
        ["$(a \\) b)c", ["?c"]],
        ["`a b`c", ["?c"]],
        ['"`a`"', ["?"]],
        ["${A%b}c", ["?c"]],
        ["${A:2}c", ["?c"]],
        ["${A%-b}c", ["?c"]],
        ["${}c", ["?c"]],
        ["=(a b)c", ["=?c"]],
        ["a#b", ["a#b"]],
    ];
    for (const [text, expanded] of words) {
        it(`of ${text} are ${JSON.stringify(expanded)}`, () => assert.deepStrictEqual(read(text), expanded));
    }

    for (const end of [" ", "\t", "\r", "\n", ";", "&", "|", "(", ")", "<", ">"]) {
        it(`end before ${JSON.stringify(end)}`, () => assert.deepStrictEqual(read(`a${end}b`), ["a"]));
    }

    it("are unknown where the parameters are", () =>
        assert.deepStrictEqual(
            ["$@", "$1"].map((text) => new WordReader(text, new Variables(() => "b")).readWord(true)),
            [[HOLE], [HOLE]],
        ));

    it("are none of parameters that are not there", () =>
        assert.deepStrictEqual([read("$@", true, []), read('"$@"', true, [])], [[], []]));

    for (const text of [
        "'a b",
        '"a b',
        'a"b',
        "a\\",
        "$(a",
        "$(a ' b)c",
        "`a",
        "`a \\` b`",
        "${A",
        "${A:-",
        "${A:-${B:-c}}",
        "${A:=b}",
        '${A:-"b"}',
        "$'a\\'b'",
        '$"a"',
        "$[1]",
    ]) {
        it(`are not read: ${text}`, () => assert.throws(() => read(text), Unreadable));
    }
});

describe("The text that a shell makes of a word", () => {
    const texts: [string, string][] = [
        ["$TWO", "a b"],
        ["x$EMPTY", "x"],
        ["$PADDED", " a\t\nb "],
        ["x$LATER", "x?"],
        ["${LATER}x", "?x"],
    ];
    for (const [text, expanded] of texts) {
        it(`of ${text} is ${expanded}`, () => assert.deepStrictEqual(read(text, false), [expanded]));
    }
});
