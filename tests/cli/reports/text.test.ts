import assert from "node:assert/strict";
import { join } from "node:path";
import { defaultConfiguration } from "../../../checks";
import { checkFile } from "../../../cli/commands/check-file";
import { readFile } from "../../../cli/input/read-file";
import { noColours } from "../../../cli/reports/colours";
import { textReport } from "../../../cli/reports/text";
import { Workspace } from "../command";
import { repairableDefinition, wrongDefinition } from "../definitions";

const why = "   why: ecs-inferentia explain neuron-visible-devices";
const count = "1 file checked: 1 mandatory, 0 advisory";

describe("ecs-inferentia check, for people,", () => {
    let workspace: Workspace;
    const lines = (...args: string[]) => workspace.checkLines(...args);

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("shows the value, what is wrong with it, and the one remedy that --fix applies", () => {
        workspace.write("task.json", repairableDefinition());
        const [head, ...rest] = lines("task.json");
        const line = Number(/^task\.json:(\d+):20 {2}/.exec(head ?? "")?.[1]);
        assert.deepStrictEqual(
            [head, ...rest],
            [
                `task.json:${line}:20  neuron-visible-devices  mandatory · critical  bert, container "neuron-rtd"`,
                `   ${line - 2} |         {`,
                `   ${line - 1} |           "name": "AWS_NEURON_VISIBLE_DEVICES",`,
                `   ${line} |           "value": "all"`,
                `      |                    ^^^^^ item 1, "all", is not a device index`,
                "   fix: set it to ALL (--fix does it)",
                why,
                "",
                count,
            ],
        );
    });

    it("says where nothing in a file is of Neuron", () => {
        workspace.write("task.json", repairableDefinition());
        workspace.write("list.json", [{ name: "web", image: "nginx:1" }]);
        assert.deepStrictEqual(lines("list.json"), ["1 file checked, none concerns Neuron"]);
        assert.equal(
            lines("list.json", "task.json").at(-1),
            "2 files checked, 1 about Neuron: 1 mandatory, 0 advisory",
        );
    });

    it("uses colours when it is told to, and no others", () => {
        workspace.write("task.json", wrongDefinition());
        const escape = "\u001b[";
        const coloured = workspace.run(["check", "task.json"], "", { FORCE_COLOR: "1" }).out;
        const refused = workspace.run(["check", "task.json"], "", { FORCE_COLOR: "1", NO_COLOR: "1" }).out;
        const piped = workspace.run(["check", "task.json"], "", { CI: "true" }).out;
        assert.deepStrictEqual(
            [coloured.includes(escape), refused.includes(escape), piped.includes(escape)],
            [true, false, false],
        );
    });

    it("keeps to the columns of a terminal", () => {
        const path = join(workspace.folder, workspace.write("task.json", wrongDefinition()));
        let text = "";
        const report = textReport((part) => (text += part), { colours: noColours, width: 80 }, false);
        report.file(checkFile("infrastructure/production/task.json", readFile(path), defaultConfiguration));
        report.failure({ file: "other.json", line: 3, reason: `it cannot be read: ${"some word ".repeat(12)}` });
        report.end({ unmatchedSuppressions: [], goneFromBaseline: 0 });
        for (const line of text.split("\n")) {
            assert.ok(line.length <= 80, line);
        }
        assert.match(text, /\^{5}\n {3}there is a gap between 0 and 2: the list must be contiguous\n {3}fix: /);
    });
});
