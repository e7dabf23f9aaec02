import assert from "node:assert/strict";
import fc from "fast-check";
import { fixableRules } from "../../../checks/fixes/repair";
import { breakings, modelsOf } from "../breakings";
import { componentDefinition, type Definition } from "../component-definitions";
import { everyRule } from "../every-rule";
import { numRuns } from "../property-runs";
import { repaired } from "../repaired";
import { reordered } from "../reordered";

describe("The fix of any broken definition of the component", () => {
    const fixable = fixableRules.flatMap((rule) =>
        Object.entries(breakings[rule] ?? {}).map(([title, breakIt]) => ({ title, breakIt })),
    );

    it("never makes a rule find more, never touches an image, and is done after the first time", () => {
        fc.assert(
            fc.property(
                componentDefinition,
                fc.nat(),
                fc.nat(),
                fc.subarray(fixable, { maxLength: 4 }),
                (right, which, seed, chosen) => {
                    let definition = right;
                    for (const { breakIt } of chosen) {
                        const models = modelsOf(definition);
                        try {
                            definition = breakIt(definition, models[which % models.length] as string);
                        } catch {
                            // An earlier breaking has taken away what this one breaks.
                        }
                    }
                    const before = reordered(definition, seed) as Definition;
                    const { definition: fixed, changes } = repaired(before);
                    const [then, now] = [everyRule(before), everyRule(fixed)];
                    assert.ok(
                        changes.length === 0
                            ? now.violations.length === then.violations.length
                            : now.violations.length < then.violations.length,
                    );
                    assert.ok(now.rules.every((rule) => then.rules.includes(rule)));
                    assert.deepStrictEqual(images(fixed as Definition), images(before));
                    assert.deepStrictEqual(repaired(fixed), { definition: fixed, changes: [] });
                },
            ),
            { numRuns: numRuns * 4 },
        );
    });
});

function images({ containerDefinitions }: Definition): unknown[] {
    return containerDefinitions.map(({ image }) => image);
}
