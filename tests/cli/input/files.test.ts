import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { canary, rightDefinition, wrongDefinition } from "../definitions";
import { Workspace } from "../command";

const chart = "{{- if .Values.enabled }}\nresources: {{ .Values.resources }}\n{{- end }}\n";
const formats =
    "an ECS task definition or the list of its containers, an AWS Batch job definition, a CloudFormation template, an AppSpec file of CodeDeploy, a Terraform plan or state (terraform show -json), a Pulumi " +
    "state (pulumi stack export), preview (--json) or plan, or a program in Pulumi YAML";
const wrong = "0 files checked: 0 mandatory, 0 advisory, 1 not readable\n";

describe("The files that ecs-inferentia check takes", () => {
    let workspace: Workspace;
    const link = (target: string, name: string) => symlinkSync(target, join(workspace.folder, name));

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("skips the files of a folder that are for other programs, and counts them", () => {
        workspace.write("infra/task.json", rightDefinition());
        workspace.write("infra/tsconfig.json", '{\n  // comment\n  "include": []\n}');
        workspace.write("infra/chart/deployment.yaml", chart);
        workspace.write("infra/package.json", { name: "package" });
        workspace.write("infra/values.yaml", "a: 1");
        assert.deepStrictEqual(workspace.run(["check", "infra"]), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory\n",
            err:
                "infra: skipped 4 files of no known format: infra/chart/deployment.yaml, infra/package.json, " +
                "infra/tsconfig.json and 1 more\n",
        });
    });

    it("fails on one of a folder that cannot be parsed, when it is a task definition by its words", () => {
        workspace.write("infra/right.json", rightDefinition());
        workspace.write("infra/broken.json", `{"containerDefinitions": [{"password": "${canary}" "a": 1}]}`);
        assert.deepStrictEqual(workspace.run(["check", "infra"]), {
            code: 2,
            out:
                "infra/broken.json:1 could not be checked: it is not JSON: comma expected\n\n" +
                "1 file checked: 0 mandatory, 0 advisory, 1 not readable\n",
            err: "",
        });
    });

    it("fails on each that is named, whatever it is", () => {
        workspace.write("deployment.yaml", chart);
        workspace.write("other.json", { name: "package" });
        const { code, out } = workspace.run(["check", "deployment.yaml", "other.json"]);
        assert.equal(code, 2);
        assert.match(out, /^deployment\.yaml:1 could not be checked: it is not YAML: /m);
        assert.ok(out.includes(`other.json:1 could not be checked: it is none of what can be checked: ${formats}\n`));
    });

    const folders: [what: string, make: () => void, reason: string][] = [
        ["is empty", () => workspace.write("infra/.gitkeep/nothing", ""), "it is empty"],
        [
            "has the files of Terraform only",
            () => ["main.tf", "variables.tf", "README.md"].forEach((name) => workspace.write(`infra/${name}`, "")),
            "it has 2 .tf, 1 .md; of Terraform, a plan can be checked: terraform show -json",
        ],
        [
            "has files of other programs only",
            () => workspace.write("infra/package.json", {}),
            "it has 1 JSON or YAML file of no known format",
        ],
    ];
    for (const [what, make, reason] of folders) {
        it(`fails on a folder that ${what}`, () => {
            make();
            assert.deepStrictEqual(workspace.run(["check", "infra"]), {
                code: 2,
                out: `infra could not be checked: nothing in this folder can be checked: ${reason}\n\n${wrong}`,
                err: "",
            });
        });
    }

    it("fails on a folder of links to nothing", () => {
        workspace.write("infra/.keep", "");
        link("missing.json", "infra/task.json");
        link("loop.json", "infra/loop.json");
        const { code, out } = workspace.run(["check", "infra"]);
        assert.equal(code, 2);
        assert.match(out, /nothing in this folder can be checked: it has 2 broken links, /);
    });

    it("follows links to files and folders, each folder once", () => {
        workspace.write("elsewhere/task.json", wrongDefinition());
        workspace.write("infra/.keep", "");
        link("../elsewhere/task.json", "infra/task.json");
        link("../elsewhere", "infra/other");
        link("..", "infra/up");
        const { out } = workspace.run(["check", "--format", "json", "infra"]);
        const { findings, failures } = JSON.parse(out) as { findings: { file: string }[]; failures: unknown[] };
        assert.deepStrictEqual(
            [findings.map(({ file }) => file), failures],
            [["infra/other/task.json", "infra/task.json"], []],
        );
    });

    it("takes names with characters that addresses give a meaning", () => {
        workspace.write("a#b/100%?.json", wrongDefinition());
        const { code, out } = workspace.run(["check", "a#b"]);
        assert.equal(code, 1);
        assert.match(out, /^a#b\/100%\?\.json:\d+:\d+ {2}neuron-visible-devices {2}mandatory · critical {2}bert, /);
    });
});
