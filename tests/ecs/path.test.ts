import assert from "node:assert/strict";
import { isWithin } from "../../ecs/path";
import { pathOf } from "../paths";

describe("A path", () => {
    const cases: [path: string, whole: string, isWithin: boolean][] = [
        ["a.b[0]", "a.b[0]", true],
        ["a.b[0].c", "a.b", true],
        ["a", "", true],
        ["a", "a.b", false],
        ["a.b[1]", "a.b[0]", false],
        ["ab", "a", false],
    ];
    for (const [path, whole, expected] of cases) {
        it(`${path} is ${expected ? "" : "not "}within ${whole || "the whole"}`, () =>
            assert.equal(isWithin(pathOf(path), pathOf(whole)), expected));
    }
});
