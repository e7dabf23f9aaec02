import assert from "node:assert/strict";
import { readScript } from "../../../ecs/shell/read-script";
import type { Step, Word } from "../../../ecs/shell/word";

const shown = (word: Word): string =>
    word.map((part) => ("text" in part ? part.text : `$${part.variable ?? ""}`)).join("");

/** A step in one line: a command that may not run has a question mark, and its redirections stand last. */
function line(step: Step): string {
    if (step.kind !== "command") {
        return step.kind === "open" ? "(" : ")";
    }
    const redirections = step.redirections.map(({ operator, target }) => `${operator}${shown(target)}`);
    return `${step.isCertain ? "" : "? "}${[...step.words.map(shown), ...redirections].join(" ")}`;
}

const steps = (script: string) => readScript(script).map(line);

describe("A shell script", () => {
    const scripts: [string, string[]][] = [
        ["", []],
        [" \t\r\n", []],
        ["a", ["a"]],
        ["/bin/a -b c.d  e:f@g,h", ["/bin/a -b c.d e:f@g,h"]],
        ["/bin/a b;c", ["/bin/a b", "c"]],
        ["a.b c", ["a.b c"]],
        ["a-b if", ["a-b if"]],
        ["if a", ["? a"]],
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
        ["a $B", ["a $B"]],
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
        ["a >", ["a >"]],
        ["(a; b) c", ["(", "a", "b", ")", "c"]],
        ["a (b)", ["a", "(", "b", ")"]],
        ["((a))", ["(", "(", "a", ")", ")"]],
        ["a)", ["a"]],
        ["f() { a; }; b", ["a", "b"]],
        ["f () (a); b", ["(", "a", ")", "b"]],
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
        [`a <<-E\n${"\t".repeat(80)}E\nc`, ["a", "c"]],
        [`a <<-E\n${"\t".repeat(81)}E\nc`, ["a"]],
    ];
    for (const [script, read] of scripts) {
        it(`is read step by step: ${JSON.stringify(script.slice(0, 60))}`, () =>
            assert.deepStrictEqual(steps(script), read));
    }

    it("of plain words is read as any other", () => {
        const plain = "/bin/a -b c";
        assert.deepStrictEqual(readScript(plain), [
            {
                kind: "command",
                words: plain.split(" ").map((text) => [{ text }]),
                redirections: [],
                isCertain: true,
            },
        ]);
        assert.deepStrictEqual(readScript(`${plain}\n`), readScript(plain));
    });
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
        ["case $A in b) c;; d|e) f;; *) g; esac; h", ["? c", "? f", "? g", "h"]],
        ["case $A in (b) c;; (d) e; esac; f", ["? c", "? e", "f"]],
        ["case $A in b) if c; then d; fi;; e) f;; esac; g", ["? c", "? d", "? f", "g"]],
        ["case $A in b) (c);; d) e;; esac; f", ["(", "? c", ")", "? e", "f"]],
        ["case $A in b) case $C in d) e;; esac;; f) g;; esac; h", ["? e", "? g", "h"]],
        ["if a; then case $B in c) d;; esac; e; fi; f", ["? a", "? d", "? e", "f"]],
        ["case $A in b) c; d;; esac; e", ["? c", "? d", "e"]],
        ["case $A in if) b;; esac; c", ["? b", "c"]],
        ["case $A in\nif) b;; esac; c", ["? b", "c"]],
        ["case $A in esac; b", ["b"]],
        ["a || b; c", ["a", "? b", "c"]],
        ["a || b | c; d", ["a", "? b", "? c", "d"]],
        ["a || b |& c; d", ["a", "? b", "? c", "d"]],
        ["a || b && c; d", ["a", "? b", "? c", "d"]],
        ["a || { b; c; }; d", ["a", "? b", "? c", "d"]],
        ["a || (b; c); d", ["a", "(", "? b", "? c", ")", "d"]],
        ["a || { b; } | c; d", ["a", "? b", "c", "d"]],
        ["a && b && c", ["a", "b", "c"]],
        ["a | b && c", ["a", "b", "c"]],
        ["! a && b; c && d", ["a", "? b", "c", "d"]],
        ["! a; b && c", ["a", "b", "c"]],
        ["time a && b", ["a", "b"]],
        ...["[", "[[", "test", "grep", "egrep", "fgrep", "cmp", "diff", "command", "type", "which", "false"].map(
            (test): [string, string[]] => [`${test} a && b && c; d && e`, [`${test} a`, "? b", "? c", "d", "e"]],
        ),
        ["$A && b", ["$A", "b"]],
        ["a test && b", ["a test", "b"]],
        ["test a; b", ["test a", "b"]],
        ["echo if; a", ["echo if", "a"]],
        ["a; fi; b", ["a", "b"]],
        ["a; }; b", ["a", "b"]],
        ["if a; then (b; fi; c", ["? a", "(", "? b", "? c"]],
        ["a;; b", ["a", "b"]],
        ["if a;; then b; fi; c", ["? a", "? b", "c"]],
    ];
    for (const [script, read] of scripts) {
        it(`is told from what runs for certain: ${script}`, () => assert.deepStrictEqual(steps(script), read));
    }
});
