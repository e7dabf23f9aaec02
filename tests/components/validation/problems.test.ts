import assert from "node:assert/strict";
import { describe as kindOf, Problems, quote } from "../../../components/validation/problems";
import { UNKNOWN } from "../../../ecs/known";

/** What two arguments are found to be: each is given, or left out. */
function found(ask: (problems: Problems, a: unknown, b: unknown) => void): string[][] {
    return [
        [1, 1],
        [1, undefined],
        [undefined, 1],
        [undefined, undefined],
    ].map(([a, b]) => {
        const problems = new Problems();
        ask(problems, a, b);
        return problems.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
    });
}

describe("Two arguments", () => {
    it("exclude each other", () => {
        assert.deepStrictEqual(
            found((problems, a, b) => problems.exclusive("a", a, "b", b)),
            [["a is given together with b; give only one of the two"], [], [], []],
        );
    });

    it("need each other", () => {
        assert.deepStrictEqual(
            found((problems, a, b) => problems.together("a", a, "b", b)),
            [
                [],
                ["b is missing, although a is given; give both, or neither"],
                ["a is missing, although b is given; give both, or neither"],
                [],
            ],
        );
    });
});

describe("An argument that decides which resources there are", () => {
    const ask = (value: unknown, isRefused = false) => {
        const problems = new Problems();
        if (isRefused) {
            problems.add("logging", "is wrong");
        }
        problems.written("logging", value, "whether there is a log group");
        return problems.found.map(({ reason }) => reason);
    };

    it("must be written out", () => {
        assert.deepStrictEqual(ask(UNKNOWN), [
            "is an output, but decides whether there is a log group; give the value itself",
        ]);
        assert.deepStrictEqual(ask(false), []);
    });

    it("is told once where it is wrong already", () => assert.deepStrictEqual(ask(UNKNOWN, true), ["is wrong"]));
});

describe("A value in a message", () => {
    it("is quoted where it is plain, and else told by its kind", () => {
        assert.deepStrictEqual(["a\n", 1, true, null, undefined, [1], {}].map(quote), [
            '"a\\n"',
            "1",
            "true",
            "null",
            "undefined",
            "a list",
            "an object",
        ]);
    });

    it("is told by its kind alone where it may be a secret", () => {
        assert.deepStrictEqual(["a", 1, true, null, undefined, [1], {}, () => 1].map(kindOf), [
            "a string",
            "a number",
            "true or false",
            "null",
            "undefined",
            "a list",
            "an object",
            "function",
        ]);
    });
});
