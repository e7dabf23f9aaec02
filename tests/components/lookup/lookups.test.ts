import assert from "node:assert/strict";
import { unlessFails, wrongArgument, type Lookups } from "../../../components/lookup/lookups";

const lookups = { component: "Pool", name: "ml" } as Lookups;

describe("Lookups of a component", () => {
    it("answer what is found, whatever becomes of those that count first", async () => {
        const first = Promise.reject(new Error("the first"));
        assert.equal(await unlessFails(first, Promise.resolve("vpc-1")), "vpc-1");
        await assert.rejects(first, { message: "the first" });
    });

    for (const [what, first, message] of [
        ["their own failure where nothing counts first", undefined, "the second"],
        ["their own failure where what counts first is found", Promise.resolve(), "the second"],
    ] as const) {
        it(`tell ${what}`, () =>
            assert.rejects(unlessFails(first, Promise.reject(new Error("the second"))), { message }));
    }

    it("tell only the failure of what counts first, where both fail", async () => {
        const fail = (message: string) => Promise.reject(new Error(message));
        await assert.rejects(unlessFails(fail("the first"), fail("the second")), { message: "the first" });
    });

    for (const [what, path, at] of [
        ["the argument of the component", undefined, "subnetIds"],
        ["the argument of a pool in it", "pools.large", "pools.large.subnetIds"],
    ] as const) {
        it(`find ${what} wrong`, () => {
            const error = wrongArgument(
                { ...lookups, ...(path === undefined ? {} : { path }) },
                "subnetIds",
                "is empty",
            );
            assert.equal(error.name, "InvalidArgumentsError");
            assert.equal(error.message, `Pool "ml" has a wrong argument:\n  - ${at} is empty`);
        });
    }
});
