import assert from "node:assert/strict";
import { isRemovedProvider, rememberRemovedProviders } from "../../../components/capacity/removed-providers";
import { register } from "../mocked-engine";

describe("The capacity providers that an update removes", () => {
    it("are told to what comes later in the same program, and not to the next one", async () => {
        const seen: boolean[] = [];
        await register(() => {
            rememberRemovedProviders(["old"]);
            seen.push(isRemovedProvider("old"), isRemovedProvider("new"));
        });
        await register(() => void seen.push(isRemovedProvider("old")));
        assert.deepStrictEqual(seen, [true, false, false]);
    });
});
