import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const command = join(__dirname, "..", "..", "cli", "dist", "ecs-inferentia.js");

/** What the command said, and how it ended. */
export interface Said {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

/** How a shell starts the command. */
export const inShell = `${JSON.stringify(process.execPath)} ${JSON.stringify(command)}`;

/** A folder of its own for one test file's inputs. */
export class Workspace {
    readonly folder = mkdtempSync(join(tmpdir(), "check-"));

    write(name: string, content: unknown): string {
        const path = join(this.folder, name);
        mkdirSync(dirname(path), { recursive: true });
        const isWritten = typeof content === "string" || content instanceof Uint8Array;
        writeFileSync(path, isWritten ? content : JSON.stringify(content, undefined, 2));
        return name;
    }

    /** Runs the bundled command in the folder. */
    run(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}): Said {
        const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
            cwd: this.folder,
            input,
            env: { ...withoutColours(process.env), ...env },
            encoding: "utf8",
            maxBuffer: 1 << 28,
        });
        return { code: status, out: stdout, err: stderr };
    }

    /** The lines that `ecs-inferentia check` prints. */
    checkLines(...args: readonly string[]): string[] {
        return this.run(["check", ...args])
            .out.trimEnd()
            .split("\n");
    }

    remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/** What a terminal or a CI service around the tests says of colours is not for what they run. */
function withoutColours({ FORCE_COLOR: _force, NO_COLOR: _no, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return env;
}
