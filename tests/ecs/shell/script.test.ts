import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { ScriptReader, type Command } from "../../../ecs/shell/script";
import { HOLE, Unreadable } from "../../../ecs/shell/words";

/** A command in one line: one that may not run has a question mark, and its redirections stand last. */
function line({ words, redirections, isCertain }: Command): string {
    const files = redirections.map(({ operator, target }) => `${operator}${target}`);
    return `${isCertain === true ? "" : "? "}${[...words, ...files].join(" ").replaceAll(HOLE, "$")}`;
}

function steps(script: string): readonly string[] {
    const read: string[] = [];
    try {
        for (const step of new ScriptReader(script, () => UNKNOWN).read()) {
            if (typeof step !== "string") {
                read.push(line(step));
            }
        }
    } catch (error) {
        assert.ok(error instanceof Unreadable);
        read.push(`(${error.message})`);
    }
    return read;
}

describe("A shell script", () => {
    const scripts: [string, string[]][] = [
        ["", []],
        [" \t\r\n", []],
        ["a", ["a"]],
        ["/bin/a -b c.d  e:f@g,h", ["/bin/a -b c.d e:f@g,h"]],
        ["/bin/a b;c", ["/bin/a b", "c"]],
        ["a.b c", ["a.b c"]],
        ["a-b if", ["a-b if"]],
        ["if a", ["? a", "(a condition or bracket that is not closed)"]],
        ["a\nb;c&d|e|&f", ["a", "b", "c", "d", "e", "f"]],
        ["a && b; c || d; e", ["a", "b", "c", "? d", "e"]],
        ["a\r\nb\r\n", ["a", "b"]],
        ["a\\\n b", ["a b"]],
        ["a \\\n b", ["a b"]],
        ["\\\na", ["a"]],
        ["\\a b", ["a b"]],
        ["a # b; c\nd", ["a", "d"]],
        ["a #", ["a"]],
        ["a#b", ["a#b"]],
        ["a 'b;c' \"d|e\"", ["a b;c d|e"]],
        ["a $B", ["a $"]],
        ["a > b >> c < d", ["a >b >>c <d"]],
        ["a >b", ["a >b"]],
        ["a > \t b", ["a >b"]],
        ["a >| b &> c &>> d >& e <& f <> g <<< h", ["a >|b &>c &>>d >&e <&f <>g <<<h"]],
        ["a 2> b 2>&1", ["a >b >&1"]],
        ["a 0< b 10> c", ["a <b >c"]],
        ["a 2 > b", ["a 2 >b"]],
        ["a 2b> c", ["a 2b >c"]],
        ["a b2> c", ["a b2 >c"]],
        ["> a", [">a"]],
        ["> a b", ["b >a"]],
        ["a >", ["a"]],
        ["(a; b) c", ["a", "b", "c"]],
        ["a (b)", ["a", "b"]],
        ["((a))", ["(a function or arithmetic)"]],
        ["a)", ["a", "(an end without a beginning)"]],
        ["f() { a; }; b", ["f", "(a function or arithmetic)"]],
        ["f () (a); b", ["f", "(a function or arithmetic)"]],
        ["a <<E\nb\nE\nc", ["a", "c"]],
        ["a <<E b\nc\nE\nd", ["a b", "d"]],
        ["a <<E; b <<F\nc\nE\nd\nF\ne", ["a", "b", "e"]],
        ["a <<'E F'\nb\nE F\nc", ["a", "c"]],
        ['a <<"E"\nb\nE\nc', ["a", "c"]],
        ["a <<\\E\nb\nE\nc", ["a", "c"]],
        ["a <<-E\n\tb\n\t\tE\nc", ["a", "c"]],
        ["a <<E\n\tE\nE\nc", ["a", "c"]],
        ["a <<-E\nb\tE\n\tE\nc", ["a", "c"]],
        ["a <<-E\nE\t\nE\nc", ["a", "c"]],
        ["a <<E\r\nb\r\nE\r\nc", ["a", "c"]],
        ["a <<E\nb\rE\nE\nc", ["a", "c"]],
        ["a <<E\n\rE\nE\nc", ["a", "c"]],
        ["a <<E\nE b\nE\nc", ["a", "c"]],
        ["a <<E\nb", ["a"]],
        ["a <<E\nb\nE", ["a"]],
        [`a <<E\n${"b".repeat(100)}\nE\nc`, ["a", "c"]],
        [`a <<-E\n${"\t".repeat(100)}E\nc`, ["a", "c"]],
        ["a <<E.F\nEXF\nE.F\nc", ["a", "c"]],
        [`a <<${"E".repeat(999)}\nb`, ["a"]],
        [`a <<${"E".repeat(1000)}\nb`, ["(a here document)"]],
    ];
    for (const [script, read] of scripts) {
        it(`is read step by step: ${JSON.stringify(script.slice(0, 60))}`, () =>
            assert.deepStrictEqual(steps(script), read));
    }
});

describe("What a shell script may not run", () => {
    const scripts: [string, string[]][] = [
        ["if a; then b; elif c; then d; else e; fi; f", ["? a", "? b", "? c", "? d", "? e", "f"]],
        ["if a\nthen b\nfi\nc", ["? a", "? b", "c"]],
        ["while a; do b; done; c", ["? a", "? b", "c"]],
        ["until a; do b; done; c", ["? a", "? b", "c"]],
        ["for A in b c; do d; done; e", ["for A in b c", "d", "e"]],
        ["select A in b; do c; done; d", ["select A in b", "c", "d"]],
        ["{ a; b; }; c", ["a", "b", "c"]],
        ["a || b; c", ["a", "? b", "c"]],
        ["a || b | c; d", ["a", "? b", "? c", "d"]],
        ["a || b |& c; d", ["a", "? b", "? c", "d"]],
        ["a || b && c; d", ["a", "? b", "? c", "d"]],
        ["a || { b; c; }; d", ["a", "? b", "? c", "d"]],
        ["a || (b; c); d", ["a", "? b", "? c", "d"]],
        ["a || { b; } | c; d", ["a", "? b", "c", "d"]],
        ["a && b && c", ["a", "b", "c"]],
        ["a | b && c", ["a", "b", "c"]],
        ["! a && b; c && d", ["! a", "? b", "c", "d"]],
        ["! a; b && c", ["! a", "b", "c"]],
        ["time a && b", ["time a", "b"]],
        ["[ a ] &&\n b; c", ["[ a ]", "? b", "c"]],
        ["a ||\n b; c", ["a", "? b", "c"]],
        ["a || > b\nc", ["a", "? >b", "c"]],
        ["a || B=1\nc", ["a", "c"]],
        ["a || B=1 && c", ["a", "? c"]],
        ["if a; then b; fi || c; d", ["? a", "? b", "? c", "d"]],
        ["{ a; } || { b; }; c", ["a", "? b", "c"]],
        ...["[", "[[", "test", "grep", "egrep", "fgrep", "cmp", "diff", "command", "type", "which", "false"].map(
            (test): [string, string[]] => [`${test} a && b && c; d && e`, [`${test} a`, "? b", "? c", "d", "e"]],
        ),
        ["$A && b", ["$", "b"]],
        ["a test && b", ["a test", "b"]],
        ["test a; b", ["test a", "b"]],
        ["echo if; a", ["echo if", "a"]],
        ["a; fi; b", ["a", "(an end without a beginning)"]],
        ["a; }; b", ["a", "(an end without a beginning)"]],
        ["if a; then (b; fi; c", ["? a", "? b", "? c", "(a condition or bracket that is not closed)"]],
        ["a;; b", ["a", "b"]],
        ["if a;; then b; fi; c", ["? a", "? b", "c"]],
    ];
    for (const [script, read] of scripts) {
        it(`is told from what runs for certain: ${script}`, () => assert.deepStrictEqual(steps(script), read));
    }
});

describe("What a shell script puts into its words and variables", () => {
    const scripts: [string, string[]][] = [
        ["a $(b 'c)') `d` > $(e)", ["$(b 'c)')", "`d`", "$(e)"]],
        ["A=b C=$(d) e", ["A=b", "$(d)", "C=$"]],
        ["A='b c'; D[0]=e; F+=g; H=(i j)", ["A=b c", ";", "D[0]=e", ";", "F+=g", ";", "(i j)", "H=$"]],
        ["export A=b; env C=d e", ["A=b", ";", "C=d"]],
        ["for A in b 'c d'; do e $A; done", ["for", "=A", "=in", "=b", "=c d", ";", "do", ";", "done"]],
        ["echo A=b $(c)", ["$(c)"]],
        ["a b; $C $1", [";", "$1"]],
        ["a 'b$c' 'd(ef)' '('", []],
    ];
    for (const [script, texts] of scripts) {
        it(`is told beside its commands: ${script}`, () => {
            const read = [...new ScriptReader(script, () => UNKNOWN).read()];
            assert.deepStrictEqual(
                read.filter((step) => typeof step === "string").map((text) => text.replaceAll(HOLE, "$")),
                texts,
            );
        });
    }
});
