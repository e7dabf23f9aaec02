import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = join(__dirname, "..", "dist", "cli", "ecs-inferentia.js");

/** What the built command prints of a file with this content. @param format that of its report */
export function commandOutput(file: string, content: object, format = "text"): string {
    if (!existsSync(command)) {
        throw new Error("the command is not built: run npm run build first");
    }
    const folder = mkdtempSync(join(tmpdir(), "documents-"));
    try {
        writeFileSync(join(folder, file), JSON.stringify(content, undefined, 2));
        const args = [command, "check", "--format", format, file];
        const env = { ...process.env, NO_COLOR: "1" };
        return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env }).stdout.trim();
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
