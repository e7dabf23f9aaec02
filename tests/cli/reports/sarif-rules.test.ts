import assert from "node:assert/strict";
import { rules } from "../../../checks/rules";
import { Workspace } from "../command";
import { rightDefinition } from "../definitions";
import { readSarif } from "./sarif-schema";

describe("A log of SARIF", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    const check = (...args: string[]) => {
        const [run] = readSarif(workspace.run(["check", "--format", "sarif", ...args]).out).runs;
        assert.ok(run !== undefined);
        return run;
    };

    it("describes every rule, with help in Markdown and a link that opens", () => {
        workspace.write("right.json", rightDefinition());
        const { tool, results } = check("right.json");
        assert.deepStrictEqual(
            tool.driver.rules.map(({ id }) => id),
            [...rules.map(({ name }) => name), "task-definition-shape"],
        );
        assert.deepStrictEqual(results, []);
        for (const { id, help, helpUri } of tool.driver.rules) {
            assert.ok(help.markdown.includes("**What to do:**"), id);
            assert.equal(new URL(helpUri).protocol, "https:", id);
        }
    });
});
