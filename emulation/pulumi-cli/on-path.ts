import { accessSync, constants, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "../command";
import { isRecentEnough } from "./versions";

/** The CLI on PATH, and why it will not do where it does not. */
export type Found = { readonly path: string } | { readonly reason: string };

export async function cliOnPath(oldest: string): Promise<Found> {
    const path = executableOnPath("pulumi");
    return path === undefined ? { reason: "there is no pulumi on PATH" } : judge(path, oldest);
}

async function judge(path: string, oldest: string): Promise<Found> {
    // The CLI writes logs into its home, which must not be the user's; and a version manager's stand-in for it, which
    // needs the user's home, would not work in a session either.
    const home = mkdtempSync(join(tmpdir(), "pulumi-version-"));
    try {
        const env = { PATH: process.env["PATH"], HOME: home, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const { code, stdout, stderr } = await run(path, ["version"], { env, signal: AbortSignal.timeout(20_000) });
        if (code !== 0) {
            return { reason: `${path} does not run (${stderr.trim() || `exit code ${code}`})` };
        }
        const version = stdout.trim();
        return isRecentEnough(version, oldest) ? { path } : { reason: `${path} is ${version}, older than v${oldest}` };
    } catch (error) {
        return { reason: `${path} does not run (${(error as Error).message})` };
    } finally {
        rmSync(home, { recursive: true, force: true });
    }
}

/** The file that a shell would start, links followed. */
export function executableOnPath(name: string): string | undefined {
    for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
        try {
            const path = realpathSync(join(folder || ".", name));
            accessSync(path, constants.X_OK);
            return path;
        } catch {
            continue;
        }
    }
    return undefined;
}
