import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { HOLE, Unreadable, WordReader } from "../../../ecs/shell/words";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    EMPTY: "",
    PADDED: " a\t\nb ",
    LATER: UNKNOWN,
};

/** A word of a script, and `?` for what is not known. */
function read(script: string) {
    return new WordReader(script, (name) => own[name]).readWord()?.replaceAll(HOLE, "?");
}

describe("The word that a shell makes of", () => {
    const words: [string, string | undefined][] = [
        ["a", "a"],
        ["''", ""],
        ["$A", "a"],
        ["x$A.y", "xa.y"],
        ['"$TWO"', "a b"],
        ['"$PADDED"', " a\t\nb "],
        ["$EMPTY", undefined],
        ['"$EMPTY"', ""],
        ["x$EMPTY", "x"],
        ['"$EMPTY"$EMPTY', ""],
        // A value with blanks becomes several words, which are not followed.
        ["$TWO", "?"],
        ["x${TWO}y", "x?y"],
        ["x$PADDED", "x?"],
        ["$LATER", "?"],
        ["x$LATER", "x?"],
        ["${LATER}x", "?x"],
        ["$NONE", "?"],
        ["$(a)", "?"],
        ["${NONE:-b}", "b"],
        ["${NONE-b}", "b"],
        ["${NONE:-}", undefined],
        ['"${NONE:-b c}"', "b c"],
        ["${NONE:-b c}", "?"],
        ["${EMPTY:-b}", "b"],
        ["${A:-b}", "a"],
        ["${LATER:-b}", "?"],
        ["${NONE:-$A}", "?"],
        ["${NONE:-x$TWO}", "?"],
        ["${NONE:-*}", "?"],
        ["$@", "?"],
        ['"$@"', "?"],
        ["$*", "?"],
        ["-$@-", "-?-"],
        ["$1", "?"],
        ["$12", "?2"],
        ["${12}", "?"],
        ["$#", "?"],
        ["a*", "a?"],
        ["'a*'", "a*"],
        ["'a b'c", "a bc"],
        ["'a\"b'", 'a"b'],
        ["a\\ b", "a b"],
        ["a\\\nb", "ab"],
        ['"\\$a \\` \\" \\\\"', '$a ` " \\'],
        ['"\\a \\n"', "\\a \\n"],
        ['"a\\\n b"', "a b"],
        ["$", "$"],
        ["$/a", "$/a"],
        ['"a$"', "a$"],
        ["$'a b'", "?"],
        ["$(a (b) c)d", "?d"],
        ["$(a ')' b)c", "?c"],
        ['$(a ")" b)c', "?c"],
        ['$(a "(" b)c', "?c"],
        ["$(a \\) b)c", "?c"],
        ["`a b`c", "?c"],
        ['"`a`"', "?"],
        ["${A%b}c", "?c"],
        ["${A:2}c", "?c"],
        ["${A%-b}c", "?c"],
        ["${}c", "?c"],
        ["=(a b)c", "=?c"],
        ["a#b", "a#b"],
    ];
    for (const [text, word] of words) {
        it(`${text} is ${JSON.stringify(word)}`, () => assert.equal(read(text), word));
    }

    for (const end of [" ", "\t", "\r", "\n", ";", "&", "|", "(", ")", "<", ">"]) {
        it(`a text ends before ${JSON.stringify(end)}`, () => assert.equal(read(`a${end}b`), "a"));
    }

    const unread: [string, string][] = [
        ["'a b", "a quote or an expansion"],
        ['"a b', "a quote that is not closed"],
        ['a"b', "a quote that is not closed"],
        ["a\\", "a quote or an expansion"],
        ["$(a", "a bracket that is not closed"],
        ["$(a ' b)c", "a bracket that is not closed"],
        ["`a", "a quote or an expansion"],
        ["`a \\` b`", "a quote or an expansion"],
        ["${A", "a quote or an expansion"],
        ["${A:-", "a quote or an expansion"],
        ["${A:-${B:-c}}", "a quote or an expansion"],
        ["${A:=b}", "a quote or an expansion"],
        ['${A:-"b"}', "a quote or an expansion"],
        ["$'a\\'b'", "a quote or an expansion"],
        ['$"a"', "a quote or an expansion"],
        ["$[1]", "a quote or an expansion"],
    ];
    for (const [text, what] of unread) {
        it(`${text} is not read: ${what}`, () =>
            assert.throws(
                () => read(text),
                (error) => error instanceof Unreadable && error.message === what,
            ));
    }
});
