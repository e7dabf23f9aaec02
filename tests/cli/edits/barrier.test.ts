import assert from "node:assert/strict";
import { stringify } from "yaml";
import { defaultConfiguration } from "../../../checks";
import { repairsOf } from "../../../cli/edits/fix-file";
import { checkFile } from "../../../cli/commands/check-file";
import { cloudFormation, repairableDefinition } from "../definitions";
import { readText } from "../read-text";

const parameters =
    "Parameters: {Devices: {Type: String, Default: all}}\nConditions: {IsProd: !Equals [a, !Ref Devices]}\n";
const template = parameters + stringify(cloudFormation(repairableDefinition()));

/** What stands instead of something in a template that could be repaired, and why it then cannot. */
const cases: Readonly<Record<string, readonly [before: string | RegExp, after: string, reason: string | undefined]>> = {
    nothing: ["", "", undefined],
    "an alias": [/^/, "x: &devices all\n", "it comes through the alias *devices"],
    "an anchor that another place names": [
        /Value: all([^]*)/,
        "Value: &a all$1x: *a\n",
        "other places share it by the anchor &a",
    ],
    "an anchor that no place names": ["Value: all", "Value: &a all", undefined],
    "a merge key": ["- Name: AWS_", "- <<: {}\n              Name: AWS_", "a merge key (<<) stands in it"],
    "a text over several lines": ["Value: all", "Value: |-\n                all", "it is a text over several lines"],
    "a parameter": ["Value: all", "Value: !Ref Devices", "it depends on Ref"],
    "a branch of Fn::If": ["Value: all", "Value: !If [IsProd, all, ALL]", "it depends on Fn::If"],
    "Fn::Transform beside the properties": [
        "Properties:",
        "Fn::Transform: {Name: Mine}\n    Properties:",
        "it depends on Fn::Transform",
    ],
    "a loop": [
        / {2}Bert:\n([^]*)/,
        "  Fn::ForEach::Each:\n  - Id\n  - [A]\n  -\n   Bert${Id}:\n$1",
        "it depends on Fn::ForEach",
    ],
    "a macro": ["Resources:", "Transform: Mine\nResources:", "the macro Mine may change it"],
};

describe("A repair in a template of CloudFormation", () => {
    for (const [what, [before, after, reason]] of Object.entries(cases)) {
        it(`${reason === undefined ? "is made where there is" : "is not made, and says why, where there is"} ${what}`, () => {
            const text = template.replace(before, after);
            const file = readText(what === "an alias" ? text.replace("Value: all", "Value: *devices") : text);
            const { findings } = checkFile("template.yaml", file, defaultConfiguration);
            assert.deepStrictEqual(
                findings.map((finding) => [
                    finding.rule,
                    "leftAlone" in finding ? finding.leftAlone : undefined,
                    finding.kind === "violation" && finding.fix !== undefined,
                ]),
                [["neuron-visible-devices", reason, reason === undefined]],
            );
            const changes = repairsOf(file, defaultConfiguration).flatMap((one) => one.changes);
            assert.equal(changes.length, reason === undefined ? 1 : 0);
        });
    }
});
