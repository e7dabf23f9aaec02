import assert from "node:assert/strict";
import { concealLike, reveal } from "../../../../emulation/providers/aws/secrets";

/** A secret as the engine sends it. */
const secret = (value: unknown): unknown => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
});

describe("secrets", () => {
    it("are revealed wherever they stand, and nulls are left out", () => {
        const given = { a: secret("1"), b: [secret({ c: secret("2") })], d: { e: 3, f: null } };
        assert.deepStrictEqual(reveal(given), { a: "1", b: [{ c: "2" }], d: { e: 3 } });
    });

    it("are marked again in the same place, and what was open stays open", () => {
        const given = { a: secret("1"), b: { c: secret("2"), d: "3" }, e: "4" };
        assert.deepStrictEqual(concealLike({ a: "one", b: { c: "two", d: "three" }, e: "four", arn: "arn:1" }, given), {
            a: secret("one"),
            b: { c: secret("two"), d: "three" },
            e: "four",
            arn: "arn:1",
        });
    });

    it("are marked again in an equal list", () => {
        assert.deepStrictEqual(concealLike({ list: ["1", "2"] }, { list: ["1", secret("2")] }), {
            list: ["1", secret("2")],
        });
    });

    it("make all of a list secret that does not line up with what was given", () => {
        assert.deepStrictEqual(concealLike({ list: ["2", "1"] }, { list: ["1", secret("2")] }), {
            list: secret(["2", "1"]),
        });
    });

    it("make all secret when the shape is another", () => {
        assert.deepStrictEqual(concealLike({ a: "text" }, { a: { b: secret("1") } }), { a: secret("text") });
    });

    it("are not invented for what is absent", () => {
        assert.equal(concealLike(undefined, secret("1")), undefined);
    });
});
