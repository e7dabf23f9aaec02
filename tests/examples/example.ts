import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { prepareFor, projectRoot, type Session } from "../../emulation/session";
import { installSdk } from "./generated-language";

const run = promisify(execFile);
const examples = join(projectRoot, "examples");

/** The folders of the examples. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export function folderOf(name: string): string {
    return join(examples, name);
}

export function isTypeScript(name: string): boolean {
    return existsSync(join(folderOf(name), "index.ts"));
}

/** The policy pack, as a program that installed the package names it. */
export const policyPack = join("node_modules", "pulumi-ecs-inferentia", "policy-pack");

/**
 * An example as somebody else has it, ready to run: a copy of its folder, the packed package, and the package's peers,
 * in the versions that this project has.
 *
 * @param copy What the copy is called, for a second one of the same example.
 * @returns The folder of the copy.
 */
export function copyExample(session: Session, name: string, copy = name): Promise<string> {
    return copyProgram(session, join(examples, name), copy);
}

/** The same of another program's folder. */
export async function copyProgram(session: Session, program: string, copy: string): Promise<string> {
    const folder = join(session.folder, "examples", copy);
    cpSync(program, folder, { recursive: true });
    const modules = join(folder, "node_modules");
    mkdirSync(modules);
    for (const entry of readdirSync(join(projectRoot, "node_modules"))) {
        symlinkSync(join(projectRoot, "node_modules", entry), join(modules, entry));
    }
    cpSync(await unpacked(session), join(modules, "pulumi-ecs-inferentia"), { recursive: true });
    await installSdk(folder);
    await prepareFor(session, folder, (line) => console.log(line));
    return folder;
}

/** What the compiler says of the program in a folder, by the folder's own settings; nothing where it is right. */
export async function typeErrors(folder: string): Promise<string> {
    const tsc = [require.resolve("typescript/bin/tsc"), "--noEmit", "--project", folder];
    try {
        return (await run(process.execPath, tsc)).stdout;
    } catch (error) {
        // The compiler tells them on its standard output.
        const { stdout } = error as { stdout?: string };
        if (!stdout) {
            throw error;
        }
        return stdout;
    }
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
