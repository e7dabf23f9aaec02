import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ownWords } from "../../../cli/commands/explain";
import { rules } from "../../../checks/rules";
import { Workspace } from "../command";

const root = join(__dirname, "..", "..", "..");

describe("ecs-inferentia rules and explain", function () {
    this.timeout(60_000);
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("list every rule with its level, severity and what it demands", () => {
        const { code, out } = workspace.run(["rules"]);
        const listed = out
            .split("\n\n")[0]
            ?.split("\n")
            .map((line) => line.split(/ {2,}/));
        assert.equal(code, 0);
        assert.deepStrictEqual(
            listed,
            rules.map(({ name, level, severity, summary }) => [name, level, severity, summary]),
        );
    });

    for (const { name } of rules) {
        it(`print the page of ${name}`, () => {
            const page = readFileSync(join(root, "docs", "rules", `${name}.md`), "utf8");
            assert.deepStrictEqual(workspace.run(["explain", name]), {
                code: 0,
                out: page.replace(/<!-- Generated.*-->\n\n/, ""),
                err: "",
            });
        });
    }

    it("print what a rule says of itself where there are no pages", () => {
        const alone = join(workspace.folder, "command.js");
        copyFileSync(join(root, "dist", "cli", "ecs-inferentia.js"), alone);
        const { stdout } = spawnSync(process.execPath, [alone, "explain", "neuron-ami"], { encoding: "utf8" });
        const rule = rules.find(({ name }) => name === "neuron-ami");
        assert.ok(rule !== undefined);
        assert.equal(stdout, ownWords(rule));
        for (const said of [rule.summary, rule.why, rule.fix, ...rule.sources.map(({ url }) => url)]) {
            assert.ok(stdout.includes(said), said);
        }
    });

    const wrongUses: [args: string[], err: RegExp][] = [
        [["explain"], /^ecs-inferentia: explain takes the name of one rule; ecs-inferentia rules lists them\n$/],
        [["explain", "neuron-amy"], /^ecs-inferentia: there is no rule "neuron-amy" \(did you mean neuron-ami\?\)/],
        [["explian", "neuron-ami"], /^ecs-inferentia: there is no command "explian" \(did you mean explain\?\)/],
    ];
    for (const [args, message] of wrongUses) {
        it(`refuse ${args.join(" ")}`, () => {
            const { code, out, err } = workspace.run(args);
            assert.deepStrictEqual([code, out], [2, ""]);
            assert.match(err, message);
        });
    }
});
