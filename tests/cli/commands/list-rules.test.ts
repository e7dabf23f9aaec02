import assert from "node:assert/strict";
import { rules } from "../../../checks/rules";
import { ruleList } from "../../../cli/commands/list-rules";
import { Workspace } from "../command";

describe("ecs-inferentia rules", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("tells programs every text of a rule with --format json", () => {
        const { code, out } = workspace.run(["rules", "--format", "json"]);
        const { version, rules: listed } = JSON.parse(out) as {
            version: number;
            rules: { name: string; sources: object[] }[];
        };
        assert.deepStrictEqual([code, version, listed.map(({ name }) => name)], [0, 1, rules.map(({ name }) => name)]);
        assert.deepStrictEqual(listed[0]?.sources, rules[0]?.sources);
    });

    it("breaks what a terminal has no room for", () => {
        for (const line of ruleList(false, 80).split("\n")) {
            assert.ok(line.length <= 80, line);
        }
    });

    it("lists every rule with its level, severity and what it demands", () => {
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
});
