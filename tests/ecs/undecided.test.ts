import assert from "node:assert/strict";
import { decided, inParts, known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";

describe("A value that must be known", () => {
    it("is the value", () => assert.equal(known("a", ["image"]), "a"));

    it("is undecided at its path while it is not known", () =>
        assert.throws(() => known(UNKNOWN, ["image"]), new Undecided({ path: ["image"] })));
});

describe("What a part gives", () => {
    it("is its value", () =>
        assert.equal(
            whenKnown(() => 1),
            1,
        ));

    it("is not known where it touches a value that is not", () =>
        assert.equal(
            whenKnown(() => known(UNKNOWN, ["image"])),
            UNKNOWN,
        ));

    it("is no other error", () =>
        assert.throws(
            () =>
                whenKnown(() => {
                    throw new RangeError("broken");
                }),
            RangeError,
        ));
});

describe("What is decided of a part", () => {
    const part = (...values: readonly (number | typeof UNKNOWN)[]) =>
        function* () {
            for (const value of values) {
                yield known(value, ["value"]);
            }
        };

    it("is all of it where all is known", () => assert.deepStrictEqual(decided(part(1, 2)), [1, 2]));
    it("is what comes before a value that is not known", () =>
        assert.deepStrictEqual(decided(part(1, UNKNOWN, 2)), [1]));
    it("is nothing where the first value is not known", () => assert.deepStrictEqual(decided(part(UNKNOWN, 1)), []));
    it("is no other error", () =>
        assert.throws(
            () =>
                decided(() => {
                    throw new TypeError("defect");
                }),
            TypeError,
        ));
});

describe("Parts, one after the other", () => {
    const unknownAt = (path: string) => () => [known<string>(UNKNOWN, [path])];
    const outcome = (...parts: (() => Iterable<string> | undefined)[]) => {
        const given: string[] = [];
        try {
            for (const one of inParts(...parts)) {
                given.push(one);
            }
        } catch (error) {
            return { given, error };
        }
        return { given };
    };
    const nothing = () => undefined;
    const a = () => ["a"];
    const b = () => ["b"];

    it("give what they have", () => assert.deepStrictEqual(outcome(a, nothing, b), { given: ["a", "b"] }));

    it("give what they have before they say once each what is not known", () =>
        assert.deepStrictEqual(outcome(unknownAt("image"), a, unknownAt("memory"), unknownAt("image"), b), {
            given: ["a", "b"],
            error: new Undecided({ path: ["image"] }, { path: ["memory"] }),
        }));

    it("end at any other error", () => {
        const error = new RangeError("broken");
        const broken = () => {
            throw error;
        };
        assert.deepStrictEqual(outcome(a, broken, b), { given: ["a"], error });
    });
});
