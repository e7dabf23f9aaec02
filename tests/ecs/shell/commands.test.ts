import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { commandsOf } from "../../../ecs/shell/commands";
import type { Command } from "../../../ecs/shell/script";
import { HOLE } from "../../../ecs/shell/words";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    EMPTY: "",
    LATER: UNKNOWN,
    LONG: "b".repeat(1024),
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

/** The commands of a command line, and in brackets what comes then and is not read. */
const read = (argv: readonly string[]) => {
    const { commands, unread } = commandsOf(() => argv, environment);
    return [...commands.map(line), ...(unread === undefined ? [] : [`(${unread})`])];
};
const runs = (script: string) => read(["sh", "-c", script]);

describe("The programs that a script runs", () => {
    const scripts: [string, string[]][] = [
        ["a; b $A", ["a", "b a"]],
        ["B=1 C=2 a $A", ["a a"]],
        ["a $TWO", ["a ?"]],
        ["a $EMPTY b", ["a b"]],
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
        ["B=1 sh -c 'a $B $A'", ["a ? ?"]],
        ["env A=1 sh -c 'a $A $TWO'", ["a ? ?"]],
        ["env -u B sh -c 'a $A'", ["a ?"]],
        ["nice -n $LATER sh -c 'a $A'", ["a ?"]],
        ["sh -c 'a $A' A=1", ["a ?"]],
        ["sudo sh -c 'sudo sh -c a'", ["a"]],
        ["sh -c \"sh -c 'a $A'\"", ["a a"]],
    ];
    for (const [script, lines] of scripts) {
        it(`are those that its shells and runners start: ${script}`, () => assert.deepStrictEqual(runs(script), lines));
    }

    it("are not known where a script starts what a variable holds", () =>
        assert.deepStrictEqual(runs('sh -c "$LOOP"'), ["a", "?: ?"]));
});

describe("The programs that a command line runs", () => {
    const lines: [string[], string[]][] = [
        [["a", "$A"], ["a $A"]],
        [["tini", "--", "sh", "-c", "b $A > c"], ["b a >c"]],
        [["sh", "/run.sh"], ["sh /run.sh"]],
        [
            ["sh", "-c", `${HOLE}; p $A`],
            ["?: ?", "?: p ?"],
        ],
        [["env", "A=b", "sh", "-c", "p $A"], ["p ?"]],
        [["sudo", "sh", "-c", "p $A"], ["p ?"]],
        [["nice", "sh", "-c", "p $A"], ["p a"]],
        [["sudo", "sh", "-c", "p ${B:-c}"], ["p ?"]],
        [["env", `A=-${HOLE}`, "a"], ["a"]],
        [["sudo"], [""]],
        [[], [""]],
    ];
    for (const [argv, run] of lines) {
        it(`are those that Docker starts: ${JSON.stringify(argv)}`, () => assert.deepStrictEqual(read(argv), run));
    }
});

describe("A variable of the container in a script", () => {
    const changing = [
        "A=1; p $A",
        "A=1 B=$A; p $B",
        "A=$A$A; p $A",
        "A=1 true; p $A",
        "A=1 . /x; p $A",
        "A=1 export B=2; p $A",
        "A=1 > $A; p $A",
        "A[0]=b; p $A",
        "A+=b; p $A",
        "A=(b c); p $A",
        "_A=1; A=$_A; p $A",
        "export A=1; p $A",
        'export "A=b"; p $A',
        "export B=1 A=2; p $A",
        "readonly A=1; p $A",
        "declare -r A=1; p $A",
        "declare -a A=(b 'c)' d); p $A",
        "local A=1; p $A",
        "typeset A=1; p $A",
        "x || A=1; p $A",
        "(A=1); p $A",
        "(A=1; (A=2); p $A)",
        "read A; p $A",
        "read -r A B; p $A",
        "read $LATER A; p $A",
        "unset A; p $A",
        "for A in b; do p $A; done",
        "select A in b; do p $A; done",
        "getopts ab A; p $A",
        "mapfile A; p $A",
        "readarray A; p $A",
        "printf -v A b; p $A",
        ". /x; p $A",
        ". /x; p ${NONE:-b}",
        "sh -c 'p ${NONE:-b}'",
        "A=bc; p $A",
        "source /x; p $A",
        ". /x; sh -c 'p $A'",
        "A=1 sh -c 'p $A'",
        "A=1 p $A",
        "sh -c 'p $A'",
        "env -i sh -c 'p $A'",
        "env -i A=1 sh -c 'p $A'",
        "sudo sh -c 'p $A'",
        "sudo -E env A=1 sh -c 'p $TWO'",
        "sudo env -i sh -c 'p $A'",
    ];
    for (const script of changing) {
        it(`is not known where the script may have changed it: ${script}`, () =>
            assert.equal(runs(script).at(-1), "p ?"));
    }

    const keeping = [
        "B=1; p $A",
        "export B=$A; p $A",
        "(x); p $A",
        "echo A=1; p $A",
        "echo A; p $A",
        "echo $LATER; p $A",
        "1A=1; p $A",
        "./A=1; p $A",
        "B=A; p $A",
        "B'A'=1; p $A",
        "$A=1; p $A",
        "resource /x; p $A",
        "xA; p $A",
        "x=$A; sh -c p; p $A",
        'sh -c "p $A"',
    ];
    for (const script of keeping) {
        it(`has its value: ${script}`, () => assert.equal(runs(script).at(-1), "p a"));
    }

    it("is not known where the script gives it another default", () =>
        assert.deepStrictEqual(runs("p ${A:-b} ${B:-b}; B=c; p ${B:-b}"), ["p a b", "p ?"]));

    it("is put in up to a mebibyte, all values together", () => {
        const last = (times: number) => runs("p $LONG;".repeat(times)).at(-1);
        assert.deepStrictEqual([last(1024), last(1025)], [`p ${"b".repeat(1024)}`, "p ?"]);
    });

    it("may be one of the shell's own, which are not known", () =>
        assert.deepStrictEqual(runs("p $1 $0 $$ $?; sh -c 'p $1 $0' x y"), ["p ? ? ? ?", "p ? ?"]));
});

describe("The steps of a command line", () => {
    it("are its commands and what stands between them, a script in a script in brackets", () =>
        assert.deepStrictEqual(
            commandsOf(() => ["sh", "-c", "A=b; sh -c 'c $(d) || e'"]).steps.map((step) =>
                typeof step === "string" ? step : line(step),
            ),
            ["(", "A=b", ";", "(", "$(d)", "c ?", "||", "maybe e", ")", ")"],
        ));

    it("are one where it is no script", () =>
        assert.deepStrictEqual(commandsOf(() => ["a"]).steps, [
            { words: ["a"], redirections: [], isCertain: true, runners: [] },
        ]));

    it("are told by no other error than that something is not read", () => {
        const error = new TypeError("a");
        const fail = () => {
            throw error;
        };
        assert.throws(() => commandsOf(fail), error);
    });
});

describe("What is not read", () => {
    const scripts: [string, string[]][] = [
        ["a; f() { b; }; f", ["a", "f", "(a function or arithmetic)"]],
        ["a; function f { b; }; f", ["a", "(function)"]],
        ["a; case $A in b) c;; esac", ["a", "(case)"]],
        ["a; ((b)); c", ["a", "(a function or arithmetic)"]],
        ["a; : ${B:=c}; d", ["a", "(a quote or an expansion)"]],
        ["a; eval b", ["a", "(eval)"]],
        ["a; ionice -c 3 b", ["a", "(ionice)"]],
        ["a; env --unset B c", ["a", "(an option of env)"]],
        ["a; nice -$B c", ["a", "(an option of nice)"]],
        ["a; sh --rcfile b -c c", ["a", "(an option of the shell)"]],
        ["a 'b; c", ["(a quote or an expansion)"]],
        ['a; "b; c', ["a", "(a quote that is not closed)"]],
        ["a; $(b; c", ["a", "(a bracket that is not closed)"]],
        ["a; ${A; c", ["a", "(a quote or an expansion)"]],
        ["a; `b; c", ["a", "(a quote or an expansion)"]],
        ["a; $'b\\'c'", ["a", "(a quote or an expansion)"]],
        ["(a; b", ["a", "b", "(a condition or bracket that is not closed)"]],
        ["a; if b; then c", ["a", "maybe b", "maybe c", "(a condition or bracket that is not closed)"]],
        ["a); b", ["a", "(an end without a beginning)"]],
        ["a; fi; b", ["a", "(an end without a beginning)"]],
        ["a; sh -c '(b'; c", ["a", "b", "(a condition or bracket that is not closed)"]],
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
        "time -v | serve",
        "exec | ./a=b c",
        "env AB=1 | serve",
        "nice -n--1 | serve",
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

    it("is told with what it runs, from the outermost on", () =>
        assert.deepStrictEqual(
            commandsOf(() => ["sudo", "timeout", "5", "sh", "-c", "nice a; exec b"]).commands.map((one) => one.runners),
            [
                ["sudo", "timeout", "nice"],
                ["sudo", "timeout", "exec"],
            ],
        ));

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
        ["-oo pipefail posix -c a", "(an option of the shell)"],
        ["-oc pipefail a", "(an option of the shell)"],
        ["--norc -c a", "a"],
        ["--norc a b", "sh --norc a b"],
        ["--login -c a", "a"],
        ["--no -c a", "a"],
        ["-x.c a", "sh -x.c a"],
        ["--port=80 a", "sh --port=80 a"],
        ["--rcfile b -c a", "(an option of the shell)"],
        ["--rcfile=o -c a", "(an option of the shell)"],
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
