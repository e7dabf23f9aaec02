import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inShell, Workspace } from "./command";
import { rightDefinition, wrongDefinition } from "./definitions";

const withBash = existsSync("/bin/bash") ? it : it.skip;

describe("The standard streams of ecs-inferentia check", () => {
    let workspace: Workspace;
    const bash = (script: string) => {
        const { status, stdout, stderr } = spawnSync("/bin/bash", ["-c", script], {
            cwd: workspace.folder,
            encoding: "utf8",
        });
        return { code: status, out: stdout, err: stderr };
    };

    before(() => {
        workspace = new Workspace();
        workspace.write("right.json", rightDefinition());
        for (let index = 0; index < 200; index++) {
            workspace.write(`many/${index}.json`, wrongDefinition());
        }
    });
    after(() => workspace.remove());

    withBash("keep the exit code when nobody reads the report to its end", () => {
        const { out, err } = bash(`${inShell} check many | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`);
        assert.deepStrictEqual([out, err], ["1\n", ""]);
    });

    withBash("end with 2, and the reason, when the report cannot be written", function () {
        if (!existsSync("/dev/full")) {
            this.skip();
        }
        assert.deepStrictEqual(bash(`${inShell} check right.json >/dev/full`), {
            code: 2,
            out: "",
            err: "ecs-inferentia: the report could not be written (ENOSPC)\n",
        });
    });

    withBash("are read to the end when the input does not block, and comes late", () => {
        // Node.js stops its own input from blocking, and killed, it leaves it so to the next reader.
        const unblock = "process.stdin.resume(); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100)";
        const reader = `(${JSON.stringify(process.execPath)} -e "${unblock}"; ${inShell} check -) 2>&1`;
        const { code, out } = bash(`(sleep 0.5; cat right.json) | ${reader}`);
        assert.equal(code, 0);
        assert.match(out, /^1 file checked: 0 mandatory, 0 advisory$/m);
    });
});
