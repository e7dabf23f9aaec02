import assert from "node:assert/strict";
import { sayNotApplicable } from "../../policy-pack/not-applicable";

describe("sayNotApplicable", () => {
    it("ends the policy as the SDK does, without the stack trace, which errors have again afterwards", () => {
        const { stackTraceLimit } = Error;
        const thrown = { reason: "", frames: "" };
        assert.throws(
            () =>
                sayNotApplicable(
                    {
                        notApplicable: (reason) => {
                            const error = new TypeError(reason);
                            Object.assign(thrown, { reason, frames: error.stack?.split("\n").slice(1).join("\n") });
                            throw error;
                        },
                    },
                    "not of ECS",
                ),
            TypeError,
        );
        assert.deepStrictEqual(thrown, { reason: "not of ECS", frames: "" });
        assert.equal(Error.stackTraceLimit, stackTraceLimit);
    });
});
