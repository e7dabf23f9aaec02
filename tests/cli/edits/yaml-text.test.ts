import assert from "node:assert/strict";
import { structuredPatch } from "diff";
import fc from "fast-check";
import * as yaml from "yaml";
import { defaultConfiguration } from "../../../checks";
import { fixableRules } from "../../../checks/fixes/repair";
import { repairedText, repairsOf } from "../../../cli/edits/fix-file";
import { editedYaml } from "../../../cli/edits/yaml-text";
import { parseYaml, treeOf } from "../../../cli/input/parse-yaml";
import type { Definition } from "../../checks/component-definitions";
import { fixableDefinition } from "./fixable-definition";
import { examplesOf } from "../../../checks/examples";
import { pascalCase } from "../../checks/pascal-case";
import { reordered } from "../../checks/reordered";
import { repaired } from "../../checks/repaired";
import { readText } from "../read-text";

const written = (options: yaml.ToStringOptions) => (value: unknown) =>
    yaml.stringify(value, { compat: "yaml-1.1", lineWidth: 0, blockQuote: false, ...options });

/** Texts of one value; what is added must look as if the whole had been written so. */
const forms: Readonly<Record<string, (value: unknown) => string>> = {
    "two blanks": written({}),
    "four blanks": written({ indent: 4 }),
    "lists below their keys": written({ indentSeq: false }),
    "double quotes": written({ defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }),
    "single quotes": written({ defaultStringType: "QUOTE_SINGLE", defaultKeyType: "PLAIN" }),
    "quoted keys": written({ defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "QUOTE_DOUBLE" }),
    "Windows line ends": (value) => written({})(value).replaceAll("\n", "\r\n"),
    "no last line end": (value) => written({})(value).trimEnd(),
};

/** A text in which the task definition at a place is repaired. */
function fixYamlText(text: string, place: readonly (string | number)[], definition: object, only?: readonly string[]) {
    const edits = repaired(definition, only).changes.flatMap((change) => change.edits);
    const root = rootOf(text);
    assert.ok(root !== undefined);
    return editedYaml(text, root, [{ place, edits }]);
}

describe("The fix of a YAML text", () => {
    const examples = fixableRules.flatMap(examplesOf).filter(({ findings }) => findings.length > 0);

    for (const [form, write] of Object.entries(forms)) {
        it(`leaves a text with ${form} as if it had been written right`, () => {
            for (const { definition } of examples) {
                assert.equal(fixYamlText(write(definition), [], definition), write(repaired(definition).definition));
            }
        });

        it(`finds the task definition inside a text with ${form}`, () => {
            for (const { definition } of examples) {
                const wrapping = (one: object) => ({
                    before: { containerDefinitions: [] },
                    list: [1, { taskDefinition: one, tags: [] }],
                });
                assert.equal(
                    fixYamlText(write(wrapping(definition)), ["list", 1, "taskDefinition"], definition),
                    write(wrapping(repaired(definition).definition)),
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
                    assert.deepEqual(
                        yaml.parse(fixYamlText(write(definition), [], definition)),
                        yaml.parse(write(repaired(definition).definition)),
                    );
                },
            ),
        );
    });

    it("keeps every comment and every other line of a template, and agrees with the fix of its JSON", () => {
        fc.assert(
            fc.property(fixableDefinition, fc.constantFrom(...Object.values(forms)), (definition, write) => {
                const Task = { Type: "AWS::ECS::TaskDefinition", Properties: pascalCase(definition) };
                const template = { Resources: { Task } };
                const [json, text] = [JSON.stringify(template), withComments(write(template))];
                const [ofJson, ofYaml] = [json, text].map(fixed) as [string, string];
                assert.deepEqual(yaml.parse(ofYaml), JSON.parse(ofJson));
                assert.deepStrictEqual(commentsIn(ofYaml), commentsIn(text));
                const edits = repaired(definition).changes.flatMap((change) => change.edits);
                const { hunks } = structuredPatch("", "", text, ofYaml, "", "", { context: 0 });
                const gone = hunks.flatMap(({ lines }) => lines.filter((line) => line.startsWith("-")));
                // One added to what is empty changes a line, too.
                assert.ok(gone.length <= edits.length, gone.join("\n"));
            }),
        );
    });
});

/** What `--fix` makes of a text. */
function fixed(text: string): string {
    const file = readText(text);
    return repairedText(file, repairsOf(file, defaultConfiguration));
}

/** A comment behind each line, and one before each. */
function withComments(text: string): string {
    const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    const lines = text.trimEnd().split(lineEnd);
    const commented = lines.map((line, index) => {
        const indent = /^ */.exec(line)?.[0] ?? "";
        return `${indent}# above ${index}${lineEnd}${line} # beside ${index}`;
    });
    return commented.join(lineEnd) + (text.endsWith("\n") ? lineEnd : "");
}

function commentsIn(text: string): readonly string[] {
    return text.match(/# (?:above|beside) \d+\r?$/gm) ?? [];
}

function rootOf(text: string): yaml.Node | undefined {
    return parseYaml(text).map(treeOf)[0]?.root;
}
