import assert from "node:assert/strict";
import fc from "fast-check";
import { fixableRules } from "../../../checks/fixes/repair";
import { repaired } from "../../checks/repaired";
import { editedText } from "../../../cli/edits/json-text";
import type { Definition } from "../../checks/component-definitions";
import { fixableDefinition } from "./fixable-definition";
import { examplesOf } from "../../../checks/examples";
import { reordered } from "../../checks/reordered";

/** Texts of one value; what is added must look as if the whole had been written so. */
const forms: Readonly<Record<string, (value: unknown) => string>> = {
    "two blanks": (value) => JSON.stringify(value, undefined, 2),
    "four blanks and a last line end": (value) => `${JSON.stringify(value, undefined, 4)}\n`,
    tabs: (value) => JSON.stringify(value, undefined, "\t"),
    "Windows line ends": (value) => JSON.stringify(value, undefined, 2).replaceAll("\n", "\r\n"),
    "one line without blanks": (value) => JSON.stringify(value),
    "a byte order mark": (value) => `\uFEFF${JSON.stringify(value, undefined, 2)}`,
};

/** A text in which the task definition at a place is repaired. */
function fixJsonText(text: string, place: readonly (string | number)[], definition: object, only?: readonly string[]) {
    const { changes } = repaired(definition, only);
    return { text: editedText(text, [{ place, edits: changes.flatMap(({ edits }) => edits) }]), changes };
}

describe("The fix of a JSON text", () => {
    const examples = fixableRules.flatMap(examplesOf).filter(({ findings }) => findings.length > 0);

    for (const [form, write] of Object.entries(forms)) {
        it(`leaves a text with ${form} as if it had been written right, with every byte elsewhere as it was`, () => {
            for (const { definition } of examples) {
                const { text, changes } = fixJsonText(write(definition), [], definition);
                assert.equal(text, write(repaired(definition).definition));
                assert.deepStrictEqual(changes, repaired(definition).changes);
            }
        });

        it(`finds the task definition inside a text with ${form}`, () => {
            for (const { definition } of examples) {
                const wrapping = (one: object) => ({
                    before: { containerDefinitions: [] },
                    list: [1, { taskDefinition: one, tags: [] }],
                });
                assert.equal(
                    fixJsonText(write(wrapping(definition)), ["list", 1, "taskDefinition"], definition).text,
                    write(wrapping(repaired(definition).definition)),
                );
            }
        });

        it(`keeps a text with ${form} whose container definitions are a text themselves`, () => {
            for (const { definition } of examples) {
                const nested = (one: object) => ({
                    ...one,
                    containerDefinitions: write((one as Definition).containerDefinitions)
                        .trim()
                        .replace("\uFEFF", ""),
                });
                assert.equal(
                    fixJsonText(write(nested(definition)), [], nested(definition)).text,
                    write(nested(repaired(definition).definition)),
                );
            }
        });
    }

    it("agrees with the fix of the data, in whatever order it is written", () => {
        fc.assert(
            fc.property(
                fixableDefinition,
                fc.nat(),
                fc.constantFrom(...Object.values(forms)),
                (broken, seed, write) => {
                    const definition = reordered(broken, seed) as Definition;
                    assert.equal(
                        fixJsonText(write(definition), [], definition).text,
                        write(repaired(definition).definition),
                    );
                },
            ),
        );
    });
});
