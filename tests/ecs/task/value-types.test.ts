import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { isFields } from "../../../ecs/task/value-types";

describe("A JSON object", () => {
    it("is neither null nor a list, nor any other value", () =>
        assert.deepStrictEqual([{}, { a: 1 }, null, [], "a", 1, undefined, UNKNOWN].filter(isFields), [{}, { a: 1 }]));
});
