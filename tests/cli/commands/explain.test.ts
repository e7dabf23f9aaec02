import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ownWords } from "../../../cli/commands/explain";
import { rules } from "../../../checks/rules";
import { Workspace } from "../command";

const root = join(__dirname, "..", "..", "..");

describe("ecs-inferentia explain", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    for (const { name } of rules) {
        it(`prints the page of ${name}`, () => {
            const page = readFileSync(join(root, "docs", "rules", `${name}.md`), "utf8");
            assert.deepStrictEqual(workspace.run(["explain", name]), {
                code: 0,
                out: page.replace(/<!-- Generated.*-->\n\n/, ""),
                err: "",
            });
        });
    }

    it("prints what a rule says of itself where there are no pages", () => {
        const alone = join(workspace.folder, "command.js");
        copyFileSync(join(root, "cli", "dist", "main.js"), alone);
        const { stdout } = spawnSync(process.execPath, [alone, "explain", "neuron-ami"], { encoding: "utf8" });
        const rule = rules.find(({ name }) => name === "neuron-ami");
        assert.ok(rule !== undefined);
        assert.equal(stdout, ownWords(rule));
        for (const said of [rule.summary, rule.why, rule.fix, ...rule.sources.map(({ url }) => url)]) {
            assert.ok(stdout.includes(said), said);
        }
    });
});
