import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace } from "../command";
import { rightDefinition, wrongDefinition } from "../definitions";

describe("ecs-inferentia check --exclude", function () {
    this.timeout(60_000);
    let workspace: Workspace;

    before(() => {
        workspace = new Workspace();
        workspace.write("infra/right.json", rightDefinition());
        workspace.write("infra/old/wrong.json", wrongDefinition());
        workspace.write("infra/wrong.test.json", wrongDefinition());
    });
    after(() => workspace.remove());

    const cases: [what: string, excluded: string[], files: number][] = [
        ["nothing", [], 3],
        ["a folder by its path", ["infra/old"], 2],
        ["what is in a folder", ["./infra/old/**"], 2],
        ["files by a pattern of their name", ["*.test.json"], 2],
        ["folders by their name", ["old"], 2],
        ["several patterns", ["old", "*.test.json"], 1],
        ["a path that is not there", ["other/**"], 3],
    ];
    for (const [what, excluded, files] of cases) {
        it(`leaves out ${what}`, () => {
            const args = ["--format", "json", ...excluded.flatMap((one) => ["--exclude", one]), "infra"];
            const report = JSON.parse(workspace.run(["check", ...args]).out) as { files: number };
            assert.equal(report.files, files);
        });
    }
});

describe("ecs-inferentia check --format, given again,", function () {
    this.timeout(60_000);
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

    const wrongUses: [args: string[], err: string][] = [
        [
            ["--format", "text", "--format", "json"],
            "two reports cannot both go to standard output; give each a file of its own, as in --format sarif=out.sarif",
        ],
        [
            ["--format", "text=a", "--format", "json=a"],
            "two reports cannot both go into a; give each a file of its own, as in --format sarif=out.sarif",
        ],
        [["--format", "sarif="], "--format sarif= names no file"],
        [["--format", "sarif=no/such/folder"], "the report no/such/folder cannot be written (ENOENT)"],
        [["--parameter", "Image"], '--parameter "Image" is not NAME=VALUE'],
    ];
    for (const [args, err] of wrongUses) {
        it(`is refused as ${args.join(" ")}`, () => {
            assert.deepStrictEqual(workspace.run(["check", ...args, "task.json"]), {
                code: 2,
                out: "",
                err: `ecs-inferentia: ${err}\n`,
            });
        });
    }
});

describe("A suppression that matches nothing", function () {
    this.timeout(60_000);
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("is said, and fails nothing; not where some rules alone were asked for", () => {
        workspace.write("task.json", rightDefinition());
        const suppressions = [{ resource: "gone-*", reason: "a trial" }];
        workspace.write("config.json", { "neuron-visible-devices": { suppressions } });
        const out = "1 file checked: 0 mandatory, 0 advisory\n";
        const all = ["check", "--config", "config.json", "task.json"];
        assert.deepStrictEqual(workspace.run(all), {
            code: 0,
            out,
            err: 'config.json: the suppression of neuron-visible-devices for "gone-*" matches nothing: remove it\n',
        });
        assert.deepStrictEqual(workspace.run([...all, "--rule", "neuron-rtd-sidecar"]), { code: 0, out, err: "" });
    });
});
