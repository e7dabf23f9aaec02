import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { commandsOf } from "../../../ecs/shell/commands";
import type { Command } from "../../../ecs/shell/script";
import { HOLE } from "../../../ecs/shell/words";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    LATER: UNKNOWN,
    SCRIPT: "x; y",
    LOOP: 'a; sh -c "$LOOP"',
};
const environment = (name: string) => own[name];

/** A command in one line: its words, what it opens, and `maybe` where it may not run; `?` is what is not known. */
const line = ({ words, redirections, isCertain }: Command) =>
    [
        ...(isCertain === true ? [] : [isCertain === UNKNOWN ? "?:" : "maybe"]),
        ...words,
        ...redirections.map(({ operator, target }) => `${operator}${target}`),
    ]
        .join(" ")
        .replaceAll(HOLE, "?");

/** The commands of a command line, and `unread` where what comes then is not read. */
const read = (argv: readonly string[]) => {
    const { commands, unread } = commandsOf(argv, environment);
    return [...commands.map(line), ...(unread === undefined ? [] : ["unread"])];
};
const runs = (script: string) => read(["sh", "-c", script]);

describe("The programs that a script runs", () => {
    const scripts: [string, string[]][] = [
        ["a; b $A", ["a", "b a"]],
        ["B=1 C=2 a $A", ["a a"]],
        ["a $TWO", ["a ?"]],
        ["a > b 2>> /c < ../e", ["a >b >>/c <../e"]],
        ["a > $LATER > $A", ["a >? >a"]],
        ["a || b > c", ["a", "maybe b >c"]],
        ["exec nohup a b", ["a b"]],
        ["sh -c 'a; b'", ["a", "b"]],
        ["/bin/bash -ec 'a; b || c'; d", ["a", "b", "maybe c", "d"]],
        ["e || sh -c 'a; b'", ["e", "maybe a", "maybe b"]],
        ["sh -c 'a $1 $0' b c", ["a ? ?"]],
        ["sh -c 'a $@' b c d", ["a ?"]],
        ["sh -c a > b", [">b", "a"]],
        ["sh -c 'a > b'", ["a >b"]],
        ["sh /run.sh a", ["sh /run.sh a"]],
        ["sh -e /run.sh a", ["sh -e /run.sh a"]],
        ["sh -s", ["sh -s"]],
        ["sh -c", ["sh -c"]],
        ["sh -c $LATER", ["?: ?"]],
        ['sh -c "a; $LATER; b \\$A"', ["?: a", "?: ?", "?: b ?"]],
        ['sh -c "$SCRIPT"', ["x", "y"]],
        ["sh -c B=1; a $B", ["a ?"]],
        ["B=1; sh -c 'a $B'", ["a ?"]],
        ["B=1 sh -c 'a $B $A'", ["a ? a"]],
        ["env A=1 sh -c 'a $A $TWO'", ["a ? ?"]],
        ["env -u B sh -c 'a $A'", ["a ?"]],
        ["nice -n $LATER sh -c 'a $A'", ["a a"]],
        ["sh -c 'a $A' A=1", ["a a"]],
        ["sudo sh -c 'sudo sh -c a'", ["a"]],
        ["sh -c \"sh -c 'a $A'\"", ["a a"]],
    ];
    for (const [script, lines] of scripts) {
        it(`are those that its shells and runners start: ${script}`, () => assert.deepStrictEqual(runs(script), lines));
    }

    it("are not read where a script starts itself for the eighth time", () =>
        assert.deepStrictEqual(runs('sh -c "$LOOP"'), [...Array<string>(7).fill("a"), "unread"]));
});

describe("The programs that a command line runs", () => {
    const lines: [string[], string[]][] = [
        [["a", "$A"], ["a $A"]],
        [["tini", "--", "sh", "-c", "b $A > c"], ["b a >c"]],
        [["sh", "/run.sh"], ["sh /run.sh"]],
        [[], [""]],
    ];
    for (const [argv, run] of lines) {
        it(`are those that Docker starts: ${JSON.stringify(argv)}`, () => assert.deepStrictEqual(read(argv), run));
    }
});

describe("What a script sets", () => {
    const scripts: [string, string][] = [
        ["B=1; p $B", "1"],
        ["B=1; B=$B$B; p $B", "11"],
        ["B=$A C=$B; p $C", "?"],
        ["B='1 2'; p \"$B\"", "1 2"],
        ["B=1 true; p $B", "?"],

        ["A=1 true; p $A", "a"],
        ["A=1 p $A", "?"],
        ["A=1 sh -c 'p $A'", "?"],
        ["A=1 B=$A; p $B", "?"],
        ["A=1 . /x; p $A", "?"],
        ["A=1 export B=2; p $A", "?"],
        ["B=1 export C=2; p $C", "2"],
        ["export B=1 C=2; p $B$C", "12"],
        ["readonly B=1; p $B", "1"],
        ["declare -r B=1; p $B", "1"],
        ["local B=1; p $B", "1"],
        ["typeset B=1; p $B", "1"],
        ["echo A=1; p $A", "a"],
        ["export A; p $A", "a"],
        ["x || A=1; p $A", "?"],
        ["(A=1); p $A", "?"],
        ["(B=1); p $B", "?"],
        ["B=1; (B=2; B=3); p $B", "?"],
        ["B=1; (C=2); p $B", "1"],
        ["(A=1; p $A)", "?"],
        ["(A=1; (A=2); p $A)", "?"],
        ["(x); A=1; p $A", "1"],

        ["read A; p $A", "?"],
        ["read -r A B; p $A", "?"],
        ["read $LATER A; p $A", "?"],
        ["unset A; p $A", "?"],
        ["for A in b; do p $A; done", "?"],
        ["select A in b; do p $A; done", "?"],
        ["getopts ab A; p $A", "?"],
        ["mapfile A; p $A", "?"],
        ["readarray A; p $A", "?"],
        ["echo A; p $A", "a"],
        [". /x; p $A", "?"],
        ["source /x; p $A", "?"],
        [". /x; A=1; p $A", "1"],
        ["A=1; . /x; p $A", "?"],
        ["echo $LATER; p $A", "a"],
        [". /x; sh -c 'p $A'", "?"],
        ["sh -c 'p $1' x y", "?"],
        ["sh -c 'p $0' x y", "?"],
        ["p $1", "?"],
        ["p $0", "?"],
        ["p $$", "?"],
        ["p $?", "?"],
        ["1A=1; p $A", "a"],
        ["A-B=1; p $A", "a"],
        ["A-B=1; p $B", "?"],
        ["A'B'=1; p $A", "a"],
        ["$A=1; p $A", "a"],
        ["_B2=1; p $_B2", "1"],
        ["A=(b c); p $A", "?"],
        ["declare -a A=(b 'c)' d); p $A", "?"],
        ["A[0]=b; p $A", "?"],
        ["A+=b; p $A", "?"],
        ['export "A=b"; p $A', "b"],
        ['export B="1 2" "A=b=c d"; p "$A"', "b=c d"],
        ["export A=1 B=$A; p $B", "?"],
        ["declare -r $A; p $A", "a"],
        ["A=1 > $A; p $A", "1"],
        ["env -i sh -c 'p $A'", "?"],
        ["env -i A=1 sh -c 'p $A'", "?"],
        ["sudo sh -c 'p $A'", "?"],
        ["sudo -E env A=1 sh -c 'p $TWO'", "?"],
        ["sudo env -i sh -c 'p $A'", "?"],
    ];
    for (const [script, value] of scripts) {
        it(`${value === "?" ? "is not known" : `is ${value}`}: ${script}`, () =>
            assert.equal(runs(script).at(-1), `p ${value}`.trimEnd()));
    }

    it("grows to a mebibyte, and is not known any more from there on", () => {
        const grown = (times: number) => `B=0123456789abcdef;${"B=$B$B;".repeat(times)} p $B`;
        // Each doubling puts in as much as it makes.
        assert.equal(runs(grown(14)).at(-1)?.length, 16 * 2 ** 14 + 2);
        assert.equal(runs(grown(16)).at(-1), "p ?");
    });

    it("is put in up to a mebibyte, all values together", () => {
        const last = (times: number) => runs(`B=${"b".repeat(1024)};${"p $B;".repeat(times)}`).at(-1);
        assert.deepStrictEqual([last(1024), last(1025)], [`p ${"b".repeat(1024)}`, "p ?"]);
    });
});

describe("What is not read", () => {
    const scripts: [string, string[]][] = [
        ["a; f() { b; }; f", ["a", "f", "unread"]],
        ["a; function f { b; }; f", ["a", "unread"]],
        ["a; case $A in b) c;; esac", ["a", "unread"]],
        ["a; ((b)); c", ["a", "unread"]],
        ["a; : ${B:=c}; d", ["a", "unread"]],
        ["a; eval b", ["a", "unread"]],
        ["a; ionice -c 3 b", ["a", "unread"]],
        ["a; env --unset B c", ["a", "unread"]],
        ["a; nice -$B c", ["a", "unread"]],
        ["a; sh --rcfile b -c c", ["a", "unread"]],
        ["a 'b; c", ["unread"]],
        ['a; "b; c', ["a", "unread"]],
        ["a; $(b; c", ["a", "unread"]],
        ["a; ${A; c", ["a", "unread"]],
        ["a; `b; c", ["a", "unread"]],
        ["a; $'b\\'c'", ["a", "unread"]],
        ["(a; b", ["a", "b", "unread"]],
        ["a; if b; then c", ["a", "maybe b", "maybe c", "unread"]],
        ["a); b", ["a", "unread"]],
        ["a; fi; b", ["a", "unread"]],
        ["a; sh -c '(b'; c", ["a", "b", "unread"]],
    ];
    for (const [script, lines] of scripts) {
        it(`is said, with what comes before it: ${script}`, () => assert.deepStrictEqual(runs(script), lines));
    }
});

describe("A program that runs another one", () => {
    const lines = [
        "serve",
        "exec | serve",
        "exec -a other | serve",
        "exec exec | serve",
        "/usr/bin/env -u A -C / -i A=1 | serve",
        "env -- A=1 | serve",
        "nohup | serve",
        "setsid | serve",
        "command | serve",
        "builtin | serve",
        "time -o a -f b | serve",
        "busybox | serve",
        "sudo -u a -g b -h c -p d -C e -r f -t g -T h -U i -D j -R k -E | serve",
        "nice -n 10 | serve",
        "timeout -k 5 -s KILL 10 | serve",
        "gosu root | serve",
        "su-exec root | serve",
        "tini -p SIGTERM -e 143 -g -- | serve",
        "dumb-init -r 1:2 -c | serve",
        "serve A=1 exec",
        "command -v serve",
    ];
    for (const words of lines) {
        it(`is passed over up to the bar: ${words}`, () => {
            const program = words.slice(words.indexOf("|") + 1).trim();
            assert.deepStrictEqual(read(words.split(" ").filter((word) => word !== "|")), [program]);
        });
    }

    it("is not passed over where its name is not known", () =>
        assert.deepStrictEqual([runs("$LATER a"), runs("exec $LATER a")], [["? a"], ["? a"]]));

    for (const shell of ["sh", "bash", "dash", "ash", "zsh", "ksh"]) {
        it(`is ${shell}`, () => assert.deepStrictEqual(read([`/bin/${shell}`, "-c", "a; b"]), ["a", "b"]));
    }
});

describe("The arguments of a shell", () => {
    const lines: [string, string][] = [
        ["/run.sh", "sh /run.sh"],
        ["/run.sh -c a", "sh /run.sh -c a"],
        ["-C a", "sh -C a"],
        ["-c a b c", "a"],
        ["-ec a", "a"],
        ["-e -c a", "a"],
        ["-c -e a", "a"],
        ["+c a", "sh +c a"],
        ["-o pipefail -c a", "a"],
        ["-euo pipefail -c a", "a"],
        ["-O extglob -c a", "a"],
        ["+o pipefail -c a", "a"],
        ["-oo pipefail posix -c a", "unread"],
        ["-oc pipefail a", "unread"],
        ["--norc -c a", "a"],
        ["--norc a b", "sh --norc a b"],
        ["--login -c a", "a"],
        ["--no -c a", "a"],
        ["-x.c a", "sh -x.c a"],
        ["--port=80 a", "sh --port=80 a"],
        ["--rcfile b -c a", "unread"],
        ["--rcfile=o -c a", "unread"],
        ["-c -- a", "a"],
        ["-- -c", "sh -- -c"],
        ["- -c", "sh - -c"],
        ["-c", "sh -c"],
    ];
    for (const [words, command] of lines) {
        it(`are a script or a file: ${words}`, () =>
            assert.deepStrictEqual(read(["sh", ...words.split(" ")]), [command]));
    }
});
