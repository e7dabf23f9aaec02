import assert from "node:assert/strict";
import { parsedJson } from "../../ecs/json";

describe("A JSON text", () => {
    const texts: [string, unknown][] = [
        ['{"a": [1]}', { a: [1] }],
        ["null", null],
        ["", undefined],
        ["{a: 1}", undefined],
    ];
    for (const [text, value] of texts) {
        it(`stands for a value, or for none: ${JSON.stringify(text)}`, () =>
            assert.deepStrictEqual(parsedJson(text), value));
    }
});
