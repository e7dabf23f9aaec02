import assert from "node:assert/strict";
import { join } from "node:path";
import { stringify } from "yaml";
import { readFile, type ReadFile } from "../../../cli/input/read-file";
import { noReadOptions } from "../../../cli/input/read-options";
import { readPath, fileWarnings } from "../../../cli/input/read-path";
import { Workspace } from "../command";
import { cloudFormation, rightDefinition, wrongDefinition } from "../definitions";

const exporting = `
Resources: { Ml: { Type: "AWS::ECS::Cluster" } }
Outputs: { Cluster: { Value: !Ref Ml, Export: { Name: ml-cluster } } }
`;
const importing = `
Resources: { Web: { Type: "AWS::ECS::Service", Properties: { Cluster: !ImportValue ml-cluster } } }
`;

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

describe("A file of a folder", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("can be read again with what its folder tells of it", () => {
        workspace.write("cluster.yaml", exporting);
        workspace.write("service.yaml", importing);
        const folder = join(workspace.folder, ".");
        const seen = [...readPath(folder, noReadOptions, () => false)].flatMap((event) =>
            event.kind === "file" ? [[event.file, readFile(event.path, event.options)]] : [],
        );
        const importedBy = (file: ReadFile | undefined) =>
            file?.parts[0]?.variants[0]?.resources.find(({ id }) => id === "Web")?.dependencies;
        assert.deepStrictEqual(
            seen.map((files) => files.map(importedBy)),
            [
                [undefined, undefined],
                [
                    { Cluster: [`Ml of ${join(folder, "cluster.yaml")}`] },
                    { Cluster: [`Ml of ${join(folder, "cluster.yaml")}`] },
                ],
            ],
        );
    });

    it("warns of a nested stack only where its template is elsewhere", () => {
        const nested = (TemplateURL: string) => ({ Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL } });
        const child = cloudFormation(rightDefinition());
        const { Resources } = child;
        const stacks = { Child: nested("./child.json"), Other: nested("https://x/other.json") };
        workspace.write("told/parent.json", { Resources: { ...Resources, ...stacks } });
        workspace.write("told/child.json", child);
        const warnings = [...readPath(join(workspace.folder, "told"), noReadOptions, () => false)].flatMap((event) =>
            event.kind === "file" ? fileWarnings(event.file).map(({ text }) => text) : [event.kind],
        );
        assert.deepStrictEqual(warnings, [
            "the stack Other has a template of its own, which is not checked with this one",
        ]);
    });
});
