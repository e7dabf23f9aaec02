import assert from "node:assert/strict";
import fc from "fast-check";
import { taskRules } from "../../../checks/rules";
import { breakings, modelsOf } from "../breakings";
import { componentDefinition, libnrtDefinition } from "../component-definitions";
import { everyRule } from "../every-rule";
import { numRuns } from "../property-runs";
import { reordered } from "../reordered";

const nothing = { problems: [], violations: [], undecided: [], rules: [] };

describe("Any definition that the component can produce", () => {
    const definitions = { "neuron-rtd": componentDefinition, libnrt: libnrtDefinition };
    for (const [runtime, definition] of Object.entries(definitions)) {
        it(`is right by every rule, with ${runtime}`, () => {
            fc.assert(fc.property(definition, (one) => assert.deepStrictEqual(everyRule(one), nothing)));
        });
    }
});

describe("A definition of the component in which one thing is broken", () => {
    it("is tried for every rule", () => {
        assert.deepStrictEqual(Object.keys(breakings).sort(), taskRules.map(({ name }) => name).sort());
    });

    for (const [rule, ways] of Object.entries(breakings)) {
        for (const [title, breakIt] of Object.entries(ways)) {
            it(`is found by ${rule} alone, in whatever order it is written: ${title}`, () => {
                fc.assert(
                    fc.property(componentDefinition, fc.nat(), fc.nat(), (right, which, seed) => {
                        const models = modelsOf(right);
                        const definition = breakIt(right, models[which % models.length] as string);
                        const { problems, undecided, rules } = everyRule(reordered(definition, seed));
                        assert.deepStrictEqual(
                            { problems, undecided, rules },
                            { problems: [], undecided: [], rules: [rule] },
                        );
                    }),
                    { numRuns: Math.ceil(numRuns / 4) },
                );
            });
        }
    }
});
