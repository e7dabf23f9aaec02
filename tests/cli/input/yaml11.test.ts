import assert from "node:assert/strict";
import { yaml11Value } from "../../../cli/input/yaml11";

describe("yaml11Value", () => {
    const cases: [source: string, value: unknown, read: unknown][] = [
        ["yes", "yes", true],
        ["On", "On", true],
        ["NO", "NO", false],
        ["off", "off", false],
        ["yEs", "yEs", "yEs"],
        ["0777", 777, 511],
        ["-010", -10, -8],
        ["012345678901", 12345678901, "012345678901"],
        ["0o17", 15, "0o17"],
        ["8500", 8500, 8500],
        ["bert", "bert", "bert"],
    ];
    for (const [source, value, read] of cases) {
        it(`reads ${source} as ${JSON.stringify(read)}`, () => assert.strictEqual(yaml11Value(source, value), read));
    }
});
