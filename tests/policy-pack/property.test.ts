import assert from "node:assert/strict";
import fc from "fast-check";
import { componentDefinition } from "./component-definitions";
import { everyRule } from "./every-rule";

// PROPERTY_RUNS=20000 searches longer.
fc.configureGlobal({ numRuns: Number(process.env["PROPERTY_RUNS"] ?? 100) });

const nothing = { problems: [], violations: [], undecided: [], rules: [] };

describe("Any definition that the component can produce", () => {
    it("is right by every rule", () => {
        fc.assert(
            fc.property(componentDefinition, (definition) => {
                assert.deepStrictEqual(everyRule(definition), nothing);
            }),
        );
    });
});
