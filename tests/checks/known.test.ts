import assert from "node:assert/strict";
import { known, Undecided, UNKNOWN, whenKnown } from "../../checks/known";

describe("A value that must be known", () => {
    it("is the value", () => assert.equal(known("a", "image"), "a"));

    it("is undecided at its path while it is not known", () =>
        assert.throws(
            () => known(UNKNOWN, "image"),
            (error) =>
                error instanceof Undecided && error.path === "image" && error.message === "image is not known yet",
        ));
});

describe("What a part gives", () => {
    it("is its value", () =>
        assert.equal(
            whenKnown(() => 1),
            1,
        ));

    it("is not known where it touches a value that is not", () =>
        assert.equal(
            whenKnown(() => known(UNKNOWN, "image")),
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
