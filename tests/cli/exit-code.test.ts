import assert from "node:assert/strict";
import { Workspace } from "./command";
import { canary, rightDefinition, wrongDefinition } from "./definitions";

const summary = (text: string) => text.trimEnd().split("\n").at(-1);

describe("The exit code of ecs-inferentia check", () => {
    let workspace: Workspace;

    before(() => {
        workspace = new Workspace();
        workspace.write("right.json", rightDefinition());
        workspace.write("wrong.json", wrongDefinition());
        workspace.write("broken.json", `{\n  "family": "bert",\n  "password": "${canary}"\n  "a": 1\n}`);
        workspace.write("broken.yaml", `Resources:\n  A: "${canary}\n`);
        workspace.write("other.json", { name: "package" });
        workspace.write("folder/nested/right.json", rightDefinition());
        workspace.write("folder/nested/package.json", { name: "package" });
        workspace.write("folder/node_modules/wrong.json", wrongDefinition());
        workspace.write("folder/.hidden/wrong.json", wrongDefinition());
        workspace.write("advisory.json", { "neuron-visible-devices": "advisory" });
        workspace.write("disabled.json", { all: "disabled" });
    });
    after(() => workspace.remove());

    const cases: [what: string, args: string[], code: number, last: string][] = [
        ["nothing found", ["right.json"], 0, "1 file checked: 0 mandatory, 0 advisory"],
        ["a mandatory finding", ["wrong.json"], 1, "1 file checked: 1 mandatory, 0 advisory"],
        [
            "a mandatory finding in one of two files",
            ["right.json", "wrong.json"],
            1,
            "2 files checked: 1 mandatory, 0 advisory",
        ],
        [
            "a file that cannot be read, whatever else is found",
            ["wrong.json", "broken.json"],
            2,
            "1 file checked: 1 mandatory, 0 advisory, 1 not readable",
        ],
        ["a file that is not there", ["missing.json"], 2, "0 files checked: 0 mandatory, 0 advisory, 1 not readable"],
        [
            "a file of no known format, when it is named",
            ["other.json"],
            2,
            "0 files checked: 0 mandatory, 0 advisory, 1 not readable",
        ],
        [
            "a folder, in which other files, node_modules and hidden folders are skipped",
            ["folder"],
            0,
            "1 file checked: 0 mandatory, 0 advisory",
        ],
        [
            "a rule that is configured as advisory",
            ["--config", "advisory.json", "wrong.json"],
            0,
            "1 file checked: 0 mandatory, 1 advisory",
        ],
        [
            "rules that are switched off",
            ["--config", "disabled.json", "wrong.json"],
            0,
            "1 file checked: 0 mandatory, 0 advisory",
        ],
        [
            "a rule that was not asked for",
            ["--rule", "neuron-rtd-sidecar", "wrong.json"],
            0,
            "1 file checked: 0 mandatory, 0 advisory",
        ],
    ];
    for (const [what, args, code, last] of cases) {
        it(`is ${code} for ${what}`, () => {
            const said = workspace.run(["check", ...args]);
            assert.deepStrictEqual([said.code, summary(said.out)], [code, last]);
        });
    }

    const failures: [string, string, string][] = [
        ["broken.json", "", "broken.json:4 could not be checked: it is not JSON: comma expected\n"],
        ["broken.yaml", "", "broken.yaml:3 could not be checked: it is not YAML: missing char\n"],
        ["missing.json", "", "missing.json could not be checked: there is no such file or folder\n"],
        ["other.json", "", "other.json:1 could not be checked: it is none of what can be checked: "],
        ["-", "", "-:1 could not be checked: it is none of what can be checked: "],
        ["-", "\n# a list\n- a\n", "-:3 could not be checked: it is none of what can be checked: "],
    ];
    for (const [file, input, text] of failures) {
        it(`comes with the line and the reason, and without the text, for ${file} ${JSON.stringify(input)}`, () => {
            const { out, err } = workspace.run(["check", file], input);
            assert.ok(out.startsWith(text), out);
            assert.ok(!(out + err).includes(canary));
        });
    }
});
