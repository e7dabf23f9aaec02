import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { cloudFormation, repairableDefinition, rightDefinition, wrongDefinition } from "../definitions";
import { Workspace } from "../command";

/** A text of YAML with a comment behind each line. */
function commented(text: string): string {
    return text.trimEnd().replaceAll(/$/gm, " # ours");
}

describe("ecs-inferentia check --fix", () => {
    let workspace: Workspace;
    const read = (file: string) => readFileSync(join(workspace.folder, file), "utf8");

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("repairs what has one right answer, says so, and keeps every other byte", () => {
        const text = JSON.stringify(repairableDefinition(), undefined, "\t").replaceAll("\n", "\r\n");
        workspace.write("task.json", text);
        const { code, out, err } = workspace.run(["check", "--fix", "task.json"]);
        assert.deepStrictEqual([code, out], [0, "1 file checked: 0 mandatory, 0 advisory\n"]);
        assert.match(err, /^task\.json: repaired neuron-visible-devices: .*\n$/);
        assert.equal(read("task.json"), text.replace('"all"', '"ALL"'));
    });

    it("changes nothing a second time", () => {
        workspace.write("task.json", repairableDefinition());
        workspace.run(["check", "--fix", "task.json"]);
        const once = read("task.json");
        assert.deepStrictEqual(workspace.run(["check", "--fix", "task.json"]), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory\n",
            err: "",
        });
        assert.equal(read("task.json"), once);
    });

    it("leaves alone what is right, what it was not asked to judge, and what is suppressed", () => {
        workspace.write("right.json", rightDefinition());
        workspace.write("wrong.json", repairableDefinition());
        workspace.write("config.json", {
            "neuron-visible-devices": { suppressions: [{ resource: "bert", reason: "a trial" }] },
        });
        const before = [read("right.json"), read("wrong.json")];
        workspace.run(["check", "--fix", "right.json"]);
        workspace.run(["check", "--fix", "--rule", "neuron-rtd-sidecar", "wrong.json"]);
        const { code, out } = workspace.run(["check", "--fix", "--config", "config.json", "wrong.json"]);
        assert.deepStrictEqual([read("right.json"), read("wrong.json")], before);
        assert.equal(code, 0);
        assert.match(
            out,
            /neuron-visible-devices {2}suppressed {2}bert, container "neuron-rtd"\n[^]*\n {3}because: a trial\n/,
        );
        assert.match(out, /1 file checked: 0 mandatory, 0 advisory, 1 suppressed\n$/);
    });

    it("leaves a choice of devices alone, however wrong it is", () => {
        workspace.write("task.json", wrongDefinition());
        const before = read("task.json");
        const { code, err } = workspace.run(["check", "--fix", "task.json"]);
        assert.deepStrictEqual([code, err, read("task.json")], [1, "", before]);
    });

    it("repairs a CloudFormation template, in JSON and in YAML, and changes no other line", () => {
        const [wrong, right] = [repairableDefinition(), rightDefinition()].map(cloudFormation);
        workspace.write("template.json", wrong);
        workspace.write("template.yaml", commented(stringify(wrong, { lineWidth: 0 })));
        const note = 'repaired neuron-visible-devices: container "neuron-rtd" now has AWS_NEURON_VISIBLE_DEVICES "ALL"';
        const { code, err } = workspace.run(["check", "--fix", "template.json", "template.yaml"]);
        assert.deepStrictEqual([code, err], [0, `template.json: ${note}\ntemplate.yaml: ${note}\n`]);
        assert.equal(read("template.json"), JSON.stringify(right, undefined, 2));
        assert.equal(read("template.yaml"), commented(stringify(right, { lineWidth: 0 })));
    });

    it("repairs each document of a file, and says in the report what it can repair", () => {
        const documents = (one: object, other: object) =>
            [one, other].map((each) => stringify(each)).join("---\n# b\n");
        const other = (definition: object) => ({ ...definition, family: "other" });
        workspace.write("tasks.yaml", documents(repairableDefinition(), other(repairableDefinition())));
        assert.equal(workspace.run(["check", "tasks.yaml"]).out.match(/\(--fix does it\)/g)?.length, 2);
        assert.equal(workspace.run(["check", "--fix", "tasks.yaml"]).code, 0);
        assert.equal(read("tasks.yaml"), documents(rightDefinition(), other(rightDefinition())));
    });

    it("says in one line what in a template it leaves alone, and why", () => {
        const text = stringify(cloudFormation(repairableDefinition())).replace("Value: all", "Value: !Sub all");
        workspace.write("template.yaml", text);
        const { code, err } = workspace.run(["check", "--fix", "template.yaml"]);
        assert.deepStrictEqual([code, read("template.yaml")], [1, text]);
        assert.match(err, /^template\.yaml:\d+: not repaired neuron-visible-devices: it depends on Fn::Sub\n$/);
    });

    it("is refused for standard input", () => {
        const { code, err } = workspace.run(["check", "--fix", "-"], "{}");
        assert.deepStrictEqual(
            [code, err],
            [2, "ecs-inferentia: standard input cannot be repaired; give --fix the paths of files\n"],
        );
    });
});
