import assert from "node:assert/strict";
import { isRemovedProvider, rememberRemovedProviders } from "../../../components/pool/removed-providers";
import { register } from "../mocked-engine";

describe("removed capacity providers", () => {
    it("are remembered for the running program, and not for the next one", async () => {
        const seen: boolean[] = [];
        await register(() => {
            rememberRemovedProviders(["old"]);
            seen.push(isRemovedProvider("old"), isRemovedProvider("new"));
        });
        await register(() => void seen.push(isRemovedProvider("old")));
        assert.deepStrictEqual(seen, [true, false, false]);
    });
});
