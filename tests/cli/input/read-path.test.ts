import assert from "node:assert/strict";
import { stringify } from "yaml";
import { Workspace } from "../command";
import { cloudFormation, rightDefinition, wrongDefinition } from "../definitions";

describe("ecs-inferentia check, of what it does not check,", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("warns of a document of a file, and checks the others", () => {
        const documents = [cloudFormation(rightDefinition()), { kind: "ConfigMap" }, cloudFormation(wrongDefinition())];
        workspace.write("several.yaml", documents.map((one) => stringify(one)).join("---\n"));
        const { code, out, err } = workspace.run(["check", "--format", "json", "several.yaml"]);
        const { findings, files } = JSON.parse(out) as { findings: { rule: string; line: number }[]; files: number };
        assert.deepStrictEqual([code, files, findings.map(({ rule }) => rule)], [1, 1, ["neuron-visible-devices"]]);
        const text = documents.map((one) => stringify(one)).join("---\n");
        assert.ok((findings[0]?.line ?? 0) > text.slice(0, text.lastIndexOf("---")).split("\n").length);
        assert.match(err, /^several\.yaml:\d+: warning: this document of the file is not checked: it is none of /);
    });

    it("warns of equal keys, and takes the last, as CloudFormation does", () => {
        const text = JSON.stringify(cloudFormation(wrongDefinition()));
        workspace.write("equal.json", text.replace('"Family":', '"Family":"other","Family":'));
        const { code, err } = workspace.run(["check", "equal.json"]);
        assert.deepStrictEqual(
            [code, err],
            [1, 'equal.json:1: warning: the key "Family" stands here again; this one counts\n'],
        );
    });
});
