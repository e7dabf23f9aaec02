import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { runsOf, runsOfScript, type Run } from "../../../ecs/shell/runs";

const own: Readonly<Record<string, Known<string>>> = {
    A: "a",
    TWO: "a b",
    LATER: UNKNOWN,
    SCRIPT: "x; y",
    LOOP: 'a; sh -c "$LOOP"',
};
const environment = (name: string) => own[name];

const shown = (value: Known<string>) => (value === UNKNOWN ? "?" : value);

/** A run in one line: its words, what it opens, and `maybe` where it may not run. */
const line = ({ words, redirections, isCertain }: Run) =>
    [
        ...(isCertain ? [] : ["maybe"]),
        ...words.map(shown),
        ...redirections.map(({ operator, path }) => `${operator}${shown(path)}`),
    ].join(" ");

const runs = (script: string, directory: Known<string> = "/d") =>
    Array.from(runsOfScript(script, environment, directory), line);

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
        ["sh /run.sh a", ["/run.sh a"]],
        ["sh -e /run.sh a", ["/run.sh a"]],
        ["sh -s", ["sh"]],
        ["sh -c", ["sh"]],
        ["sh -c $LATER", ["sh"]],
        ["eval a b", ["a b"]],
        ["eval 'a;' b", ["a", "b"]],
        ["eval $SCRIPT", ["x", "y"]],
        ["eval a $LATER", ["eval a ?"]],
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

    it("are followed through eight scripts in scripts", () => {
        const nested = (depth: number) => `${"eval ".repeat(depth)}a`;
        assert.deepStrictEqual([runs(nested(8)), runs(nested(9))], [["a"], ["eval a"]]);
    });

    it("end where a script starts itself for the eighth time", () =>
        assert.deepStrictEqual(runs('sh -c "$LOOP"'), [...Array<string>(8).fill("a"), "sh"]));

    it("open what is not known, where the directory is not", () =>
        assert.deepStrictEqual(runs("a > b > /c; cd /e; a > b", UNKNOWN), ["a >? >/c", "cd /e", "a >/e/b"]));
});

describe("The programs that a command line runs", () => {
    const lines: [string[], string[]][] = [
        [["a", "$A"], ["a $A"]],
        [["tini", "--", "sh", "-c", "b $A > c"], ["b a >?"]],
        [["sh", "/run.sh"], ["/run.sh"]],
        [[], [""]],
    ];
    for (const [argv, run] of lines) {
        it(`are those that Docker starts: ${JSON.stringify(argv)}`, () =>
            assert.deepStrictEqual(Array.from(runsOf(argv, environment), line), run));
    }
});

describe("What a script sets", () => {
    const scripts: [string, string][] = [
        ["B=1; p $B", "1"],
        ["B=1; B=$B$B; p $B", "11"],
        ["B=$A C=$B; p $C", "a"],
        ["B='1 2'; p \"$B\"", "1 2"],
        ["B=1 true; p $B", "?"],
        ["B=1 export C=2; p $C", "2"],
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
        ["((A=1); A=2); p $A", "a"],
        ["x); A=1; p $A", "1"],
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
        ["p $1", "?"],
        ["p $$", "?"],
        ["p $?", "?"],
        ["1A=1; p ${1}", "?"],
        ["A-B=1; p $A", "a"],
        ["A-B=1; p $B", "?"],
        ["A'B'=1; p $A", "a"],
        ["$A=1; p $A", "a"],
        ["_B2=1; p $_B2", "1"],
    ];
    for (const [script, value] of scripts) {
        it(`${value === "?" ? "is not known" : `is ${value}`}: ${script}`, () =>
            assert.equal(runs(script).at(-1), `p ${value}`));
    }

    it("grows to a mebibyte, and is not known any more from there on", () => {
        const grown = (times: number) => `B=0123456789abcdef;${"B=$B$B;".repeat(times)} p $B`;
        // Each doubling puts in as much as it makes.
        assert.equal(runs(grown(14)).at(-1)?.length, 16 * 2 ** 14 + 2);
        assert.equal(runs(grown(16)).at(-1), "p ?");
    });

    it("is put in up to a mebibyte, all values together", () => {
        const last = (times: number) => runs(`B=${"b".repeat(1024)};${"p $B;".repeat(times)}`, UNKNOWN).at(-1);
        assert.deepStrictEqual([last(1024), last(1025)], [`p ${"b".repeat(1024)}`, "p ?"]);
    });

    it("has so many parameters at most, put in again and again", () => {
        const all = (times: number) => [
            "sh",
            "-c",
            "p $@;".repeat(times),
            ...Array.from({ length: 2 ** 10 }, () => "x"),
        ];
        const last = (times: number) => Array.from(runsOf(all(times), environment)).at(-1)?.words.length;
        assert.deepStrictEqual([last(1024), last(1025)], [1024, 2]);
    });
});
