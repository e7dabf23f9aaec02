import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { expandedText, expandedWords } from "../../../ecs/shell/expand";
import { readWord } from "../../../ecs/shell/read-word";
import { Variables } from "../../../ecs/shell/variables";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    EMPTY: "",
    PADDED: " a\t\nb ",
    LATER: UNKNOWN,
};

const variables = (parameters: Known<readonly string[]> = UNKNOWN) => new Variables((name) => own[name], parameters);
const word = (text: string) => readWord(text, 0).value;

describe("The words that a shell makes of one", () => {
    const words: [string, Known<string>[]][] = [
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
        ["$LATER", [UNKNOWN]],
        ["x$LATER", [UNKNOWN]],
        ["${LATER}x", [UNKNOWN]],
        ["$NONE", [UNKNOWN]],
        ["$(a)", [UNKNOWN]],
        ["${NONE:-b c}", ["b", "c"]],
        ["${EMPTY:-b}", ["b"]],
        ["${A:-b}", ["a"]],
        ["${LATER:-b}", [UNKNOWN]],
        ["${NONE:-$TWO}", ["a", "b"]],
        ["$@", ["x", "y z"]],
        ['"$@"', ["x", "y z"]],
        ["$*", ["x", "y z"]],
        ["-$@-", ["-x", "y z-"]],
        ["$1", ["x"]],
        ["$3", []],
    ];
    for (const [text, expanded] of words) {
        it(`of ${text} are ${JSON.stringify(expanded.map(String))}`, () =>
            assert.deepStrictEqual(expandedWords([word(text)], variables(["sh", "x", "y z"])), expanded));
    }

    it("are unknown where a command gives them, whatever variables there are", () =>
        assert.deepStrictEqual(expandedWords([word("$(a)")], new Variables(() => "b", [])), [UNKNOWN]));

    it("are unknown where the parameters are", () =>
        assert.deepStrictEqual(expandedWords(["$@", "$1"].map(word), variables()), [UNKNOWN, UNKNOWN]));

    it("are none of parameters that are not there", () =>
        assert.deepStrictEqual(expandedWords(["$@", "a"].map(word), variables([])), ["a"]));
});

describe("The text that a shell makes of a word", () => {
    const texts: [string, Known<string>][] = [
        ["$TWO", "a b"],
        ["x$EMPTY", "x"],
        ["$PADDED", " a\t\nb "],
        ["x$LATER", UNKNOWN],
        ["${LATER}x", UNKNOWN],
    ];
    for (const [text, expanded] of texts) {
        it(`of ${text} is ${String(expanded)}`, () => assert.equal(expandedText(word(text), variables()), expanded));
    }
});

describe("A value that is given where there is none", () => {
    it("stays with := and =, and does not with :- and -", () => {
        const after = (text: string) => {
            const some = variables();
            expandedText(word(text), some);
            return expandedText(word("$NONE"), some);
        };
        assert.deepStrictEqual(["${NONE:=b}", "${NONE=b}", "${NONE:-b}", "${NONE-b}"].map(after), [
            "b",
            "b",
            UNKNOWN,
            UNKNOWN,
        ]);
    });
});
