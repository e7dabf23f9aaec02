import assert from "node:assert/strict";
import { structuredPatch } from "diff";
import fc from "fast-check";
import * as yaml from "yaml";
import { defaultConfiguration, type Edit } from "../../../checks";
import { fixableRules } from "../../../checks/fixes/repair";
import { repairedText, repairsOf } from "../../../cli/edits/fix-file";
import { NotCertain } from "../../../cli/edits/yaml-lines";
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

    it("keeps whatever form a person has given it", () => {
        const text = `# bert
family: bert
volumes: [ {name: sock} ]   # one

containerDefinitions:
- { name: bert, "image": bert, # small
    environment: [
      {name: PORT, value: '8500'},  # gRPC
      # no more
    ],
    dependsOn: , mountPoints: [{sourceVolume: sock, containerPath: /sock}] }
- # the daemon
  name: neuron-rtd
  image: neuron-rtd
  command: [sh, -c, neuron-rtd -g unix:/sock/neuron-rtd.sock]
  environment: # none
  mountPoints:
  -   sourceVolume: sock
      containerPath: /sock
  linuxParameters:
     capabilities:
       add: [ # by name
         SYS_ADMIN # for the devices
       ]
   # the end
`;
        assert.equal(
            fixYamlText(text, [], yaml.parse(text) as object),
            text
                .replace("dependsOn: ,", "dependsOn: [{containerName: neuron-rtd, condition: START}],")
                .replace("# gRPC\n", "# gRPC\n      {name: NEURON_RTD_ADDRESS, value: unix:/sock/neuron-rtd.sock},\n")
                .replace(
                    "environment: # none\n",
                    "environment: # none\n  - name: AWS_NEURON_VISIBLE_DEVICES\n    value: ALL\n",
                )
                .replace(
                    "SYS_ADMIN # for the devices\n       ]\n",
                    "SYS_ADMIN, # for the devices\n         IPC_LOCK\n       ]\n       drop: []\n",
                ),
        );
    });

    it("takes out an item or a property with its lines, or its comma", () => {
        const text = `a: [ {b: 1}, {b: 2}, {b: 3} ] # a
c:
  - d: 1
    e: 2 # e
  # before f
  - f: |
      x

    # in f
  - g: 3
`;
        const without = (...path: readonly (string | number)[]) => edited(text, [{ path, remove: true }]);
        assert.equal(without("a", 0), text.replace("{b: 1}, ", ""));
        assert.equal(without("a", 1), text.replace(", {b: 2}", ""));
        assert.equal(without("a", 2), text.replace(", {b: 3}", ""));
        assert.equal(without("c", 0), text.replace("  - d: 1\n    e: 2 # e\n", ""));
        assert.equal(without("c", 0, "d"), text.replace("d: 1\n    ", ""));
        assert.equal(without("c", 0, "e"), text.replace("    e: 2 # e\n", ""));
        assert.equal(without("c", 1), text.replace("  - f: |\n      x\n", ""));
        assert.equal(without("c"), text.slice(0, text.indexOf("c:")));
        assert.equal(without("h"), text);
    });

    it("refuses what is not certain: the only property, a text over several lines, comments in what goes", () => {
        const cases: readonly (readonly [string, Edit])[] = [
            ["- a: 1\n", { path: [0, "a"], remove: true }],
            ["a: |\n  x\n", { path: ["a"], value: "y" }],
            ["a: {b: 1, # b\n  c: 2}\n", { path: ["a", "c"], remove: true }],
            ["a: {b: 1}\n", { path: ["a"], value: { c: 1 } }],
            ["a: 1\n", { path: ["a"], value: 2, append: true }],
        ];
        for (const [text, edit] of cases) {
            assert.throws(() => edited(text, [edit]), NotCertain, text);
        }
    });
});

function edited(text: string, edits: readonly Edit[]): string {
    return editedYaml(text, rootOf(text) as yaml.Node, [{ place: [], edits }]);
}

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
