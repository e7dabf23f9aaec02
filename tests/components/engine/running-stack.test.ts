import assert from "node:assert/strict";
import { ofRunningStack } from "../../../components/engine/running-stack";
import { register } from "../mocked-engine";

describe("A value of the running program", () => {
    it("is one for all of the program, and another for the next", async () => {
        const value = ofRunningStack(() => ({}));
        const seen: object[] = [];
        for (const [first, second] of [
            [0, 1],
            [2, 3],
        ]) {
            await register(() => void seen.push(value(), value()));
            assert.equal(seen[first ?? 0], seen[second ?? 0]);
        }
        assert.equal(new Set(seen).size, 2);
    });
});
