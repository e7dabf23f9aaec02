import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../emulation/command";
import { pythonWith } from "../../emulation/python-environment";

const programs = join(__dirname, "python");

/** The Python with the type checker, and with what SDKs that are generated for Python need. */
export function pythonOfSdks(): Promise<string> {
    const requirements = join(programs, "requirements.txt");
    return pythonWith({ name: "mypy", role: "Python's type checker", requirements }, console.log);
}

/** What mypy found in Pulumi's own SDK serves each later program. */
let cache: string | undefined;

/**
 * Type-checks programs against a generated SDK.
 *
 * @returns What mypy says.
 */
export async function mypy(files: readonly string[], cwd: string, sdk: string): Promise<string> {
    if (cache === undefined) {
        const folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-mypy-"));
        process.once("exit", () => rmSync(folder, { recursive: true }));
        cache = folder;
    }
    const options = ["-m", "mypy", "--config-file", join(programs, "mypy.ini"), "--cache-dir", cache];
    const env = { ...process.env, MYPYPATH: sdk };
    return (await run(await pythonOfSdks(), [...options, ...files], { cwd, env })).stdout;
}
