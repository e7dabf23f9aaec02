import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { variables, type Command, type Request } from "./program";

/**
 * Builds a program, which costs next to nothing where it is built already, and runs it.
 *
 * @throws with what Go says, where it does not build.
 */
export function goProgram(request: Request): Command {
    const { folder, run } = request;
    const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
    const programs = join(process.env["PULUMI_HOME"] ?? "", "go-programs");
    mkdirSync(programs, { recursive: true });
    const program = join(programs, name);
    const { status, stderr, error } = spawnSync("go", ["build", "-o", program, "."], { cwd: folder, encoding: "utf8" });
    if (status !== 0) {
        throw new Error(`go build in ${folder} failed: ${error?.message ?? stderr}`);
    }
    return { command: program, args: run.getArgsList(), env: variables(request) };
}
