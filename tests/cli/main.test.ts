import assert from "node:assert/strict";
import { version } from "../../package.json";
import { Workspace } from "./command";

describe("ecs-inferentia", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("prints its usage for --help, and its version for --version", () => {
        const help = workspace.run(["--help"]);
        assert.deepStrictEqual(
            [help.code, help.out.split("\n")[0]],
            [0, "Usage: ecs-inferentia check [options] [PATH…]"],
        );
        assert.deepStrictEqual(workspace.run(["--version"]), { code: 0, out: `${version}\n`, err: "" });
    });
});
