import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../command";
import { wrongDefinition } from "../definitions";

describe("ecs-inferentia check --format, given again,", () => {
    let workspace: Workspace;
    const read = (file: string) => readFileSync(join(workspace.folder, file), "utf8");

    beforeEach(() => {
        workspace = new Workspace();
        workspace.write("task.json", wrongDefinition());
    });
    afterEach(() => workspace.remove());

    it("writes several reports of one run, each as if it were alone", () => {
        const formats = ["json=out.json", "sarif=out.sarif", "junit=out.xml", "text"];
        const { out } = workspace.run(["check", ...formats.flatMap((one) => ["--format", one]), "task.json"]);
        const alone = (format: string) => workspace.run(["check", "--format", format, "task.json"]).out;
        assert.deepStrictEqual(
            [out, read("out.json"), read("out.sarif"), read("out.xml")],
            ["text", "json", "sarif", "junit"].map(alone),
        );
    });

    it("writes no colours into a file", () => {
        workspace.run(["check", "--format", "text=out.txt", "task.json"], "", { FORCE_COLOR: "1" });
        assert.equal(read("out.txt"), workspace.run(["check", "task.json"]).out);
    });

    it("is refused for a file that cannot be written", () => {
        assert.deepStrictEqual(workspace.run(["check", "--format", "sarif=no/such/folder", "task.json"]), {
            code: 2,
            out: "",
            err: "ecs-inferentia: the report no/such/folder cannot be written (ENOENT)\n",
        });
    });
});
