import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { absolutePath, commandsOf } from "../../../ecs/shell/commands";
import type { Command } from "../../../ecs/shell/script";
import { HOLE } from "../../../ecs/shell/variables";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    LATER: UNKNOWN,
    SCRIPT: "x; y",
    LOOP: 'a; sh -c "$LOOP"',
};
const environment = (name: string) => own[name];

/** A command in one line: its words, what it opens, and `maybe` where it may not run; `?` is what is not known. */
const line = ({ words, redirections, isCertain, directory }: Command) =>
    [
        ...(isCertain === true ? [] : [isCertain === UNKNOWN ? "?:" : "maybe"]),
        ...words,
        ...redirections.map(({ operator, target }) => `${operator}${absolutePath(target, directory)}`),
    ]
        .join(" ")
        .replaceAll(HOLE, "?");

/** The commands of a command line, and `unread` where what comes then is not read. */
const read = (argv: readonly string[], directory?: string) => {
    const { commands, areAll } = commandsOf(argv, environment, directory);
    return [...commands.map(line), ...(areAll ? [] : ["unread"])];
};
const runs = (script: string, directory = "/d") => read(["sh", "-c", script], directory);

describe("The programs that a script runs", () => {
    const scripts: [string, string[]][] = [
        ["a; b $A", ["a", "b a"]],
        ["B=1 C=2 a $TWO", ["a a b"]],
        ["a > b 2>> /c < ../e", ["a >/d/b >>/c </e"]],
        ["a > $LATER > $A", ["a >? >/d/a"]],
        ["a || b > c", ["a", "maybe b >/d/c"]],
        ["exec nohup a b", ["a b"]],
        ["sh -c 'a; b'", ["a", "b"]],
        ["/bin/bash -ec 'a; b || c'; d", ["a", "b", "maybe c", "d"]],
        ["e || sh -c 'a; b'", ["e", "maybe a", "maybe b"]],
        ["sh -c 'a $1 $0' b c", ["a c b"]],
        ["sh -c 'a $@' b c d", ["a c d"]],
        ["sh -c a > b", [">/d/b", "a"]],
        ["sh -c 'a > b'", ["a >/d/b"]],
        ["cd /e; sh -c 'a > b'", ["cd /e", "a >/e/b"]],
        ["sh -c 'cd /e'; a > b", ["cd /e", "a >/d/b"]],
        ["sh /run.sh a", ["sh /run.sh a"]],
        ["sh -e /run.sh a", ["sh -e /run.sh a"]],
        ["sh -s", ["sh -s"]],
        ["sh -c", ["sh"]],
        ["sh -c $LATER", ["sh"]],
        ["eval a b", ["a b"]],
        ["eval 'a;' b", ["a", "b"]],
        ["eval $SCRIPT", ["x", "y"]],
        ["eval a $LATER", ["?: a ?"]],
        ["eval B=1; a $B", ["", "a 1"]],
        ["sh -c B=1; a $B", ["", "a ?"]],
        ["B=1; sh -c 'a $B'", ["", "a ?"]],
        ["B=1 sh -c 'a $B $A'", ["a ? a"]],
        ["env A=1 sh -c 'a $A $TWO'", ["a ? a b"]],
        ["env TWO=12 sh -c 'a $A $TWO'", ["a a ?"]],
        ["env -u A sh -c 'a $A $TWO'", ["a ? a b"]],
        ["nice -n $LATER sh -c 'a $A'", ["a a"]],
        ["sh -c 'a $A' A=1", ["a a"]],
        ["sudo sh -c 'sudo sh -c a'", ["a"]],
        ["sh -c \"sh -c 'a $A'\"", ["a a"]],
    ];
    for (const [script, lines] of scripts) {
        it(`are those that its shells and runners start: ${script}`, () => assert.deepStrictEqual(runs(script), lines));
    }

    it("are followed through eight scripts in scripts, with the first", () => {
        const nested = (depth: number) => `${"eval ".repeat(depth)}a`;
        assert.deepStrictEqual([runs(nested(7)), runs(nested(8))], [["a"], ["eval"]]);
    });

    it("end where a script starts itself for the eighth time", () =>
        assert.deepStrictEqual(runs('sh -c "$LOOP"'), [...Array<string>(7).fill("a"), "sh"]));

    it("open what is not known, where the directory is not", () =>
        assert.deepStrictEqual(runs("a > b > /c; cd /e; a > b", HOLE), ["a >?/b >/c", "cd /e", "a >/e/b"]));
});

describe("The programs that a command line runs", () => {
    const lines: [string[], string[]][] = [
        [["a", "$A"], ["a $A"]],
        [["tini", "--", "sh", "-c", "b $A > c"], ["b a >?/c"]],
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
        ["B=$A C=$B; p $C", "a"],
        ["B='1 2'; p \"$B\"", "1 2"],
        ["B=1 true; p $B", "?"],

        ["A=1 true; p $A", "a"],
        ["export B=1 C=2; p $B$C", "12"],
        ["readonly B=1; p $B", "1"],
        ["declare -r B=1; p $B", "1"],
        ["local B=1; p $B", "1"],
        ["typeset B=1; p $B", "1"],
        ["echo A=1; p $A", "a"],
        ["export A; p $A", "a"],
        ["x || A=1; p $A", "?"],
        ["(A=1); p $A", "a"],
        ["(B=1); p $B", "?"],
        ["B=1; (B=2; B=3); p $B", "1"],
        ["(A=1; p $A)", "1"],
        ["(A=1; (A=2); p $A)", "1"],

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
        ["eval $LATER; p $A", "?"],
        ["eval true; p $A", "a"],
        ["echo $LATER; p $A", "a"],
        [". /x; sh -c 'p $A'", "?"],
        ["p $PWD", "/d"],
        ["cd e; p $PWD", "/d/e"],
        ["cd /e/../f; p $PWD", "/f"],
        ["pushd /e; p $PWD", "/e"],
        ["popd; p $PWD", "?"],
        ["popd /e; p $PWD", "?"],
        ["cd; p $PWD", "?"],
        ["cd -; p $PWD", "?"],
        ["cd ~; p $PWD", "?"],
        ["pushd +1; p $PWD", "?"],
        ["cd $LATER; p $PWD", "?"],
        ["B=1 cd /e; p $PWD", "/e"],
        ["x || cd /e; p $PWD", "?"],
        ["cd a-b; p $PWD", "/d/a-b"],
        ["echo /e; p $PWD", "/d"],
        ["sh -c 'p $1' x y", "y"],
        ["sh -c 'p $0' x y", "x"],
        ["sh -c 'p x$2' x y", "x"],
        ["sh -c 'shift; p $1' x y", "?"],
        ["sh -c 'set -e +x; p $1' x y", "y"],
        ["sh -c 'set y; p $1' x z", "?"],
        ["sh -c 'set -- y; p $1' x z", "?"],
        ["sh -c 'set -e $LATER; p $1' x z", "?"],
        ["sh -c 'set a-e; p $1' x z", "?"],
        ["sh -c '. /x; p $1' x y", "?"],
        ["p $1", ""],
        ["p $0", "?"],
        ["p $$", "?"],
        ["p $?", "?"],
        ["1A=1; p ${1}", ""],
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
        ["A=1 > $A; p $A", "1"],
        ["eval 'A=1'; p $A", "1"],
        ["(eval 'A=1'); p $A", "a"],
        ["env -i sh -c 'p $A'", ""],
        ["env --ignore-environment sh -c 'p ${A:-b}'", "b"],
        ["env -i A=1 sh -c 'p $A'", "?"],
        ["sudo sh -c 'p $A'", "?"],
        ["sudo -E env A=1 sh -c 'p $TWO'", "?"],
        ["sudo env -i sh -c 'p $A'", ""],
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
        const last = (times: number) => runs(`B=${"b".repeat(1024)};${"p $B;".repeat(times)}`, "").at(-1);
        assert.deepStrictEqual([last(1024), last(1025)], [`p ${"b".repeat(1024)}`, "p ?"]);
    });

    it("has so many parameters at most, put in again and again", () => {
        const all = (times: number) => [
            "sh",
            "-c",
            "p $@;".repeat(times),
            ...Array.from({ length: 2 ** 10 }, () => "x"),
        ];
        const last = (times: number) => commandsOf(all(times), environment).commands.at(-1)?.words.length;
        assert.deepStrictEqual([last(1000), last(1025)], [1024, 2]);
    });
});

describe("What is not read", () => {
    const scripts: [string, string[]][] = [
        ["a; f() { b; }; f", ["a", "f", "unread"]],
        ["a; function f { b; }; f", ["a", "unread"]],
        ["a; case $A in b) c;; esac", ["a", "unread"]],
        ["a; ((b)); c", ["a", "unread"]],
        ["a; : ${B:=c}; d", ["a", "unread"]],
        ["a; B=1 export C=2", ["a", "unread"]],
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
        "A=1 _b=2 | serve",
        "exec | serve",
        "exec -a other | serve",
        "exec exec | serve",
        "/usr/bin/env -u A --unset B -C / --chdir / -i A=1 | serve",
        "env -- A=1 | serve",
        "nohup | serve",
        "setsid | serve",
        "command | serve",
        "builtin | serve",
        "time -o a -f b | serve",
        "busybox | serve",
        "sudo -u a -g b -h c -p d -C e -r f -t g -T h -U i -D j -R k -E | serve",
        "doas -u a -C b | serve",
        "nice -n 10 | serve",
        "ionice -c 2 -n 0 | serve",
        "chrt -f 1 | serve",
        "taskset -c 0 | serve",
        "numactl -N 0 -m 0 -C 0 -i 0 -p 0 | serve",
        "stdbuf -i 0 -o 0 -e 0 | serve",
        "timeout -k 5 -s KILL 10 | serve",
        "gosu root | serve",
        "su-exec root | serve",
        "tini -p SIGTERM -e 143 -g -- | serve",
        "tini-static -p SIGTERM -e 143 | serve",
        "docker-init -p SIGTERM -e 143 | serve",
        "catatonit -g | serve",
        "dumb-init -r 1:2 --rewrite 3:4 | serve",
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
        ["-oo pipefail posix -c a", "a"],
        ["-oc pipefail a", "a"],
        ["--norc -c a", "a"],
        ["--norc a b", "sh --norc a b"],
        ["--rcfile b -c a", "a"],
        ["--init-file b -c a", "a"],
        ["--rcfile=o -c a", "a"],
        ["-c -- -a", "-a"],
        ["-- -c", "sh -- -c"],
        ["- -c", "sh - -c"],
        ["-c", "sh"],
    ];
    for (const [words, command] of lines) {
        it(`are a script or a file: ${words}`, () =>
            assert.deepStrictEqual(read(["sh", ...words.split(" ")]), [command]));
    }
});

describe("A path from a directory on", () => {
    const paths: [string, string, string][] = [
        ["a", "/b", "/b/a"],
        ["../a", "/b", "/a"],
        ["a", "/", "/a"],
        ["/a/", "/b", "/a"],
        ["/a", HOLE, "/a"],
        ["a", HOLE, `${HOLE}/a`],
        [`${HOLE}/a`, "/b", `${HOLE}/a`],
        [`a/${HOLE}/../c`, "/b", HOLE],
    ];
    for (const [path, directory, absolute] of paths) {
        it(`${JSON.stringify(path)} in ${JSON.stringify(directory)} is ${JSON.stringify(absolute)}`, () =>
            assert.equal(absolutePath(path, directory), absolute));
    }
});
