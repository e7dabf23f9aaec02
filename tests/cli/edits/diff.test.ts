import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { stringify } from "yaml";
import { changed } from "../../../checks/examples/change";
import { notForPatch } from "../../../cli/edits/text-diff";
import { Workspace } from "../command";
import { canary, pulumiState, rightDefinition, repairableDefinition } from "../definitions";

/** With several mistakes, each next to a secret. */
function withoutCapability() {
    const secret = { name: "PASSWORD", value: canary };
    return changed(
        repairableDefinition(),
        [
            { set: "containerDefinitions[sidecar].linuxParameters.capabilities.add", to: ["IPC_LOCK"] },
            { set: "containerDefinitions[model].environment", to: [secret, secret] },
            { add: "containerDefinitions[sidecar].environment", value: secret },
        ],
        { model: "bert", sidecar: "neuron-rtd" },
    );
}

describe("ecs-inferentia check --diff", () => {
    let workspace: Workspace;

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("shows what --fix would do, changes nothing, and still fails", () => {
        workspace.write("task.json", repairableDefinition());
        const text = readFileSync(join(workspace.folder, "task.json"), "utf8");
        const line = text.split("\n").findIndex((one) => one.includes('"all"')) + 1;
        const { code, out, err } = workspace.run(["check", "--diff", "task.json"]);
        assert.deepStrictEqual([code, err], [1, ""]);
        assert.deepStrictEqual(out.split("\n"), [
            "--- task.json",
            "+++ task.json\t(with --fix)",
            `@@ -${line - 3},7 +${line - 3},7 @@`,
            '       "environment": [',
            "         {",
            '           "name": "AWS_NEURON_VISIBLE_DEVICES",',
            '-          "value": "all"',
            '+          "value": "ALL"',
            "         }",
            "       ],",
            '       "mountPoints": [',
            "",
        ]);
        assert.equal(readFileSync(join(workspace.folder, "task.json"), "utf8"), text);
    });

    it("shows no secret that stands beside a change", () => {
        workspace.write("task.json", JSON.stringify(repairableDefinition()));
        const { out, err } = workspace.run(["check", "--diff", "task.json"]);
        assert.ok(!out.includes(canary));
        assert.equal(err, `task.json: ${notForPatch("--fix")}\n`);
        const [, , , before, mark, after, ...rest] = out.split("\n");
        assert.deepStrictEqual([mark, ...rest], ["\\ No newline at end of file", "\\ No newline at end of file", ""]);
        assert.equal(after, before?.replace(/^-(.*"AWS_NEURON_VISIBLE_DEVICES","value":)"all"/, '+$1"ALL"'));
    });

    it("is what patch accepts, with a secret next to the change", () => {
        const text = JSON.stringify(withoutCapability(), undefined, 4);
        workspace.write("task.json", text);
        const { out } = workspace.run(["check", "--diff", "task.json"]);
        assert.ok(!out.includes("…"));
        const { status, stdout } = spawnSync("patch", ["-p0", "--fuzz=0"], {
            cwd: workspace.folder,
            input: out,
            encoding: "utf8",
        });
        assert.deepStrictEqual([status, stdout], [0, "patching file task.json\n"]);
        const patched = readFileSync(join(workspace.folder, "task.json"), "utf8");
        workspace.write("task.json", text);
        workspace.run(["check", "--fix", "task.json"]);
        assert.equal(patched, readFileSync(join(workspace.folder, "task.json"), "utf8"));
    });

    it("is what patch accepts of YAML, comments and all", () => {
        const text = `# bert\n${stringify(withoutCapability())}`.replace(
            "  - name: bert",
            "  # the model\n  - name: bert",
        );
        workspace.write("task.yaml", text);
        const { out, err } = workspace.run(["check", "--diff", "task.yaml"]);
        assert.deepStrictEqual([err, out.includes("…")], ["", false]);
        const { status } = spawnSync("patch", ["-p0", "--fuzz=0"], { cwd: workspace.folder, input: out });
        const patched = readFileSync(join(workspace.folder, "task.yaml"), "utf8");
        workspace.write("task.yaml", text);
        workspace.run(["check", "--fix", "task.yaml"]);
        assert.deepStrictEqual([status, patched], [0, readFileSync(join(workspace.folder, "task.yaml"), "utf8")]);
        assert.notEqual(patched, text);
    });

    it("hides a comment on a line that changes, and says that patch cannot take it", () => {
        workspace.write("task.yaml", stringify(repairableDefinition()).replace("value: all", `value: all # ${canary}`));
        const { out, err } = workspace.run(["check", "--diff", "task.yaml"]);
        assert.match(out, /\n- +value: all #…\n\+ +value: ALL #…\n/);
        assert.ok(!out.includes(canary));
        assert.equal(err, `task.yaml: ${notForPatch("--fix")}\n`);
    });

    it("shows nothing of what --fix leaves alone", () => {
        workspace.write("right.json", rightDefinition());
        workspace.write("state.json", pulumiState(repairableDefinition()));
        assert.deepStrictEqual(workspace.run(["check", "--diff", "right.json", "state.json"]), {
            code: 1,
            out: "",
            err: "",
        });
    });

    it("stands beside a report that goes into a file, and not beside --fix", () => {
        workspace.write("task.json", repairableDefinition());
        workspace.run(["check", "--diff", "--format", "text", "--format", "json=out.json", "task.json"]);
        const { findings } = JSON.parse(readFileSync(join(workspace.folder, "out.json"), "utf8")) as {
            findings: unknown[];
        };
        assert.equal(findings.length, 1);
        assert.deepStrictEqual(workspace.run(["check", "--diff", "--fix", "task.json"]), {
            code: 2,
            out: "",
            err: "ecs-inferentia: --diff shows what --fix would do; give one of them\n",
        });
    });
});
