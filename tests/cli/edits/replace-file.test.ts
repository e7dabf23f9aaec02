import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { NotWritten, replaceFile } from "../../../cli/edits/replace-file";
import { Workspace } from "../command";
import { repairableDefinition } from "../definitions";

describe("A file that --fix repairs", () => {
    let workspace: Workspace;
    const at = (name: string) => join(workspace.folder, name);

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("keeps its mode, its link, and no second file beside it", () => {
        workspace.write("real/task.json", "old");
        chmodSync(at("real/task.json"), 0o640);
        symlinkSync("real/task.json", at("link.json"));
        replaceFile(at("link.json"), "new");
        assert.deepStrictEqual(
            [readFileSync(at("link.json"), "utf8"), lstatSync(at("link.json")).isSymbolicLink()],
            ["new", true],
        );
        assert.equal(statSync(at("real/task.json")).mode & 0o777, 0o640);
        assert.deepStrictEqual(readdirSync(at("real")), ["task.json"]);
    });

    it("stays as it was on a full disk, with nothing beside it", function () {
        mkdirSync(at("disk"));
        const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", at("disk")]);
        if (mounted.status !== 0) {
            this.skip();
        }
        try {
            workspace.write("disk/task.json", "old");
            assert.throws(
                () => replaceFile(at("disk/task.json"), "n".repeat(1 << 16)),
                new NotWritten("the disk is full"),
            );
            assert.deepStrictEqual(
                [readdirSync(at("disk")), readFileSync(at("disk/task.json"), "utf8")],
                [["task.json"], "old"],
            );
        } finally {
            spawnSync("umount", [at("disk")]);
        }
    });

    const text = JSON.stringify(repairableDefinition(), undefined, 2);
    const refused: [what: string, bytes: Buffer, mode: number, reason: string][] = [
        ["is read-only", Buffer.from(text), 0o444, "it is read-only"],
        [
            "is written in UTF-16",
            Buffer.from(`\uFEFF${text}`, "utf16le"),
            0o644,
            "it is written in UTF-16; save it as UTF-8 first",
        ],
        [
            "is written in Latin-1",
            Buffer.from(text.replace("bert", "b\u00ebrt"), "latin1"),
            0o644,
            "it is written in Latin-1; save it as UTF-8 first",
        ],
    ];
    for (const [what, bytes, mode, reason] of refused) {
        it(`stays as it was, which is said, when it ${what}; it is checked all the same`, () => {
            workspace.write("task.json", bytes);
            chmodSync(at("task.json"), mode);
            const { code, out, err } = workspace.run(["check", "--fix", "task.json"]);
            assert.deepStrictEqual([code, err], [2, `task.json: not repaired, and left as it was: ${reason}\n`]);
            assert.match(
                out,
                /^task\.json:\d+:\d+ {2}neuron-visible-devices {2}[^]*1 file checked: 1 mandatory, 0 advisory\n$/,
            );
            assert.deepStrictEqual(readFileSync(at("task.json")), bytes);
        });
    }
});
