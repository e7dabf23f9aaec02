import assert from "node:assert/strict";
import { coloursOf } from "../../../cli/reports/colours";

describe("coloursOf", () => {
    const cases: [what: string, env: NodeJS.ProcessEnv, isTerminal: boolean | undefined, isColourSupported: boolean][] =
        [
            ["a terminal", {}, true, true],
            ["a terminal without colours", { TERM: "dumb" }, true, false],
            ["a terminal with NO_COLOR", { NO_COLOR: "1" }, true, false],
            ["a terminal with an empty NO_COLOR", { NO_COLOR: "" }, true, true],
            ["a pipe", {}, undefined, false],
            ["a pipe of a CI service", { CI: "true" }, undefined, false],
            ["a pipe with FORCE_COLOR", { FORCE_COLOR: "1" }, undefined, true],
            ["a pipe with FORCE_COLOR=0", { FORCE_COLOR: "0" }, undefined, false],
            ["a pipe with FORCE_COLOR and NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, undefined, false],
        ];
    for (const [what, env, isTerminal, isColourSupported] of cases) {
        it(`${isColourSupported ? "colours" : "does not colour"} ${what}`, () => {
            assert.equal(coloursOf(env, isTerminal).isColorSupported, isColourSupported);
        });
    }
});
