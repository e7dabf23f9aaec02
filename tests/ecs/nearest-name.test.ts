import assert from "node:assert/strict";
import { suggestion } from "../../ecs/nearest-name";

describe("The name that was meant", () => {
    const names: [string, string[], string | undefined][] = [
        ["scop", ["runtimes", "scope"], "scope"],
        ["scope", ["scope"], "scope"],
        ["sope", ["scope"], "scope"],
        ["scqpe", ["scope"], "scope"],
        ["scopes", ["scope"], "scope"],
        ["a", ["b"], "b"],
        ["a", ["bc"], undefined],
        ["abcdef", ["abxyef"], "abxyef"],
        ["abcdef", ["abxyzf"], undefined],
        ["abc", ["xbcd", "abcd"], "abcd"],
        ["abc", ["cba"], undefined],
        ["bca", ["abcabc"], undefined],
        ["", ["a"], "a"],
        ["", ["ab"], undefined],
        ["ports", ["portMappings"], "portMappings"],
        ["env", ["environmentFiles", "environment"], "environment"],
        ["env", ["name"], undefined],
        ["scope", [], undefined],
    ];
    for (const [name, known, meant] of names) {
        it(`is ${meant ?? "not told"} for ${JSON.stringify(name)} among ${JSON.stringify(known)}`, () =>
            assert.equal(suggestion(name, known), meant === undefined ? "" : ` (did you mean ${meant}?)`));
    }
});
