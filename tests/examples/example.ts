import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot, type Session } from "../../emulation/session";
import { Stack } from "../engine/stack";

const run = promisify(execFile);
const examples = join(projectRoot, "examples");

/** The folders of the examples. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The policy pack, as a program that installed the package names it. */
export const policyPack = join("node_modules", "pulumi-ecs-inferentia", "policy-pack");

/**
 * A stack of an example as somebody else has it: a copy of its folder, the packed package, and the package's peers, in
 * the versions that this project has.
 */
export async function makeExample(session: Session, name: string): Promise<Stack> {
    const folder = join(session.folder, "examples", name);
    cpSync(join(examples, name), folder, { recursive: true });
    const modules = join(folder, "node_modules");
    mkdirSync(modules);
    for (const entry of readdirSync(join(projectRoot, "node_modules"))) {
        symlinkSync(join(projectRoot, "node_modules", entry), join(modules, entry));
    }
    cpSync(await unpacked(session), join(modules, "pulumi-ecs-inferentia"), { recursive: true });
    return Stack.in(session, folder, name);
}

/** The package, packed and unpacked once for all examples. */
async function unpacked(session: Session): Promise<string> {
    const folder = join(session.folder, "packed");
    if (!existsSync(folder)) {
        mkdirSync(folder);
        const options = { cwd: projectRoot };
        const { stdout } = await run(
            "npm",
            ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder],
            options,
        );
        await run("tar", ["-xzf", join(folder, stdout.trim().split("\n").at(-1) ?? "")], { cwd: folder });
    }
    return join(folder, "package");
}
