import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = join(__dirname, "..", "dist", "cli", "ecs-inferentia.js");

/** What the built command prints of a file with this content. */
export function commandOutput(file: string, content: object): string {
    if (!existsSync(command)) {
        throw new Error("the command is not built: run npm run build first");
    }
    const folder = mkdtempSync(join(tmpdir(), "documents-"));
    try {
        writeFileSync(join(folder, file), JSON.stringify(content, undefined, 2));
        return spawnSync(process.execPath, [command, "check", file], { cwd: folder, encoding: "utf8" }).stdout.trim();
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
