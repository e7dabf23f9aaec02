import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { shellInput, shells, type ShellInput } from "../../../ecs/shell/shell-arguments";

describe("The arguments of a shell", () => {
    const file = (...words: string[]): ShellInput => ({ file: words });
    const script = (text: Known<string>, ...parameters: string[]): ShellInput => ({ script: text, parameters });
    const lines: [Known<string>[], ShellInput][] = [
        [[], file()],
        [["/run.sh"], file("/run.sh")],
        [["/run.sh", "-c", "a"], file("/run.sh", "-c", "a")],
        [["-e", "/run.sh", "b"], file("/run.sh", "b")],
        [["-c", "a"], script("a")],
        [["-C", "a"], file("a")],
        [["-c", "a", "b", "c"], script("a", "b", "c")],
        [["-ec", "a"], script("a")],
        [["-e", "-c", "a"], script("a")],
        [["-c", "-e", "a"], script("a")],
        [["+c", "a"], file("a")],
        [["-o", "pipefail", "-c", "a"], script("a")],
        [["-euo", "pipefail", "-c", "a"], script("a")],
        [["-O", "extglob", "-c", "a"], script("a")],
        [["+o", "pipefail", "-c", "a"], script("a")],
        [["-oo", "pipefail", "posix", "-c", "a"], script("a")],
        [["-oc", "pipefail", "a"], script("a")],
        [["--norc", "-c", "a"], script("a")],
        [["--norc", "a", "b"], file("a", "b")],
        [["--rcfile", "b", "-c", "a"], script("a")],
        [["--init-file", "b", "-c", "a"], script("a")],
        [["--rcfile=o", "-c", "a"], script("a")],
        [["-c", "--", "-a"], script("-a")],
        [["--", "-c"], file("-c")],
        [["-", "-c"], file("-", "-c")],
        [["-c"], script(UNKNOWN)],
        [["-c", UNKNOWN], script(UNKNOWN)],
    ];
    for (const [words, input] of lines) {
        it(`${JSON.stringify(words)} are ${"file" in input ? "a file" : "a script"}`, () =>
            assert.deepStrictEqual(shellInput(words), input));
    }

    it("are those of these programs", () =>
        assert.deepStrictEqual([...shells], ["sh", "bash", "dash", "ash", "zsh", "ksh"]));
});
