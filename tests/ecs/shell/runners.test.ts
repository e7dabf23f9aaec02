import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { programAt, programName } from "../../../ecs/shell/runners";

describe("A program that runs another one", () => {
    const lines = [
        "serve",
        "A=1 _b=2 | serve",
        "exec | serve",
        "exec -a other | serve",
        "exec exec | serve",
        "/usr/bin/env -u A --unset B -C / --chdir / -i A=1 | serve",
        "env -- A=1 | serve",
        "env -- | -u",
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
    ];
    for (const line of lines) {
        it(`is passed over up to the bar: ${line}`, () => {
            const words = line.split(" ").filter((word) => word !== "|");
            const bar = line.split(" ").indexOf("|");
            assert.equal(programAt(words), bar === -1 ? 0 : bar);
        });
    }

    it("is not passed over where its name is not known", () =>
        assert.deepStrictEqual(
            [programAt([UNKNOWN, "serve"]), programAt(["exec", UNKNOWN]), programAt([])],
            [0, 1, 0],
        ));
});

describe("The name of a program", () => {
    it("is the last part of its path", () => {
        const words: (Known<string> | undefined)[] = ["serve", "/usr/bin/serve", "./serve", "", UNKNOWN, undefined];
        assert.deepStrictEqual(words.map(programName), ["serve", "serve", "serve", "", undefined, undefined]);
    });
});

describe("An assignment before a program", () => {
    const words: [Known<string>, boolean][] = [
        ["A=1", true],
        ["a_1=", true],
        ["_=b", true],
        ["1A=1", false],
        ["-A=1", false],
        ["A", false],
        ["=1", false],
        ["A-b=1", false],
        [UNKNOWN, false],
    ];
    for (const [word, is] of words) {
        it(`${is ? "is" : "is not"} ${String(word)}`, () => assert.equal(programAt([word, "serve"]), is ? 1 : 0));
    }
});
