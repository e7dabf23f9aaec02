import assert from "node:assert/strict";
import { rules } from "../../../checks/rules";
import { Workspace } from "../command";

describe("ecs-inferentia rules", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

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
