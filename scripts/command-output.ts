import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = join(__dirname, "..", "cli", "dist", "ecs-inferentia.js");

/** What the built command says of a file. */
export interface CommandOutput {
    readonly text: string;
    readonly messages: ReadonlySet<string>;
}

/** Runs the built command over a file with this content. */
export function commandOutput(file: string, content: object): CommandOutput {
    if (!existsSync(command)) {
        throw new Error("the command is not built: run npm run build first");
    }
    const folder = mkdtempSync(join(tmpdir(), "documents-"));
    try {
        writeFileSync(join(folder, file), JSON.stringify(content, undefined, 2));
        const args = [command, "check", "--format", "text", "--format", "json=report", file];
        const env = { ...process.env, NO_COLOR: "1" };
        const text = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env }).stdout.trim();
        const report = JSON.parse(readFileSync(join(folder, "report"), "utf8")) as { findings: { message: string }[] };
        return { text, messages: new Set(report.findings.map(({ message }) => message)) };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
