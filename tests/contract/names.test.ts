import assert from "node:assert/strict";
import { ecsNamePattern } from "../../contract";

describe("A name on ECS", () => {
    for (const text of ["a", "A-b_9", "a".repeat(255)]) {
        it(`may be ${text.slice(0, 30)} (${text.length} characters)`, () => assert.ok(ecsNamePattern.test(text)));
    }
    for (const text of ["", "a".repeat(256), " a", "a ", "a.b", "a\n"]) {
        it(`may not be ${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`, () =>
            assert.ok(!ecsNamePattern.test(text)));
    }
});
