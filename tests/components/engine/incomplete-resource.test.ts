import assert from "node:assert/strict";
import { replacedIfIncomplete } from "../../../components/engine/incomplete-resource";

describe("A resource that an earlier update left half made", () => {
    it("is replaced by the mark that the engine gives it, with its other options", () => {
        assert.deepStrictEqual(replacedIfIncomplete({ protect: true }), {
            protect: true,
            replaceOnChanges: ["#initerror"],
        });
    });
});
