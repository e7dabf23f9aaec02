import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../command";
import { rightDefinition, wrongDefinition } from "../definitions";

const rtd = join(__dirname, "..", "..", "..", "cli", "dist", "ecs-inferentia.js");

describe("ecs-inferentia check", () => {
    let workspace: Workspace;
    const runIn = (folder: string, ...args: readonly string[]) => {
        const cwd = join(workspace.folder, folder);
        mkdirSync(cwd, { recursive: true });
        const { status, stdout, stderr } = spawnSync(process.execPath, [rtd, ...args], { cwd, encoding: "utf8" });
        return { code: status, out: stdout, err: stderr };
    };

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("checks this folder where it is given no path", () => {
        workspace.write("tasks/task.json", rightDefinition());
        assert.deepStrictEqual(workspace.run(["check"]), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory\n",
            err: "",
        });
    });

    it("takes the nearest ecs-inferentia.yaml of this folder and those above it, up to the repository's", () => {
        workspace.write("ecs-inferentia.yaml", "neuron-visible-devices: advisory\n");
        workspace.write("app/tasks/task.json", wrongDefinition());
        assert.equal(runIn("app/tasks", "check").code, 0);
        workspace.write("app/ecs-inferentia.yaml", "neuron-visible-devices: mandatory\n");
        assert.equal(runIn("app/tasks", "check").code, 1);
        const { code, err } = runIn("", "check", "--config", "ecs-inferentia.yaml", "app");
        assert.deepStrictEqual([code, err], [0, ""]);
        workspace.write("other/.git/HEAD", "");
        workspace.write("other/task.json", wrongDefinition());
        assert.equal(runIn("other", "check").code, 1);
    });

    it("fails on what --fail-on says", () => {
        workspace.write("task.json", wrongDefinition());
        workspace.write("advisory.json", { "neuron-visible-devices": "advisory" });
        const code = (...args: string[]) => workspace.run(["check", ...args, "task.json"]).code;
        const advisory = ["--config", "advisory.json"];
        assert.deepStrictEqual(
            [code(), code("--fail-on", "none"), code(...advisory), code(...advisory, "--fail-on", "advisory")],
            [1, 0, 0, 1],
        );
        const { out } = workspace.run(["check", "--fail-on", "none", "--format", "junit", "task.json"]);
        assert.match(out, /failures="0"/);
    });

    it("says what to check instead of Terraform's own files", () => {
        workspace.write("main.tf", 'resource "aws_ecs_cluster" "ml" {}\n');
        const { code, out } = workspace.run(["check", "main.tf"]);
        assert.equal(code, 2);
        assert.equal(
            out.split("\n")[0],
            "main.tf could not be checked: it is Terraform's own language; of Terraform, a plan can be checked: terraform show -json",
        );
    });
});
