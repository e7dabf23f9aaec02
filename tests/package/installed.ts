import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

export const run = promisify(execFile);
const root = join(__dirname, "..", "..");

/** The folders of the packages that this project publishes. */
export const packages = { library: root, command: join(root, "cli") };

/** The package as a user has it: packed, and installed with its peers in an empty folder. */
export interface InstalledPackage {
    /** The folder of the program that installed it. */
    readonly folder: string;
    /** The files of the tarball. */
    readonly files: readonly string[];
    /** The bytes of all of them. */
    readonly size: number;
    /** What npm said while it installed. */
    readonly said: string;
    remove(): Promise<void>;
}

/**
 * @param packed the folder of the package
 * @param others What the program installs besides, as npm is told it.
 */
export async function installPackage(packed: string, ...others: readonly string[]): Promise<InstalledPackage> {
    const folder = await mkdtemp(join(tmpdir(), "installed-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: packed });
    // `prepare` prints before the report, which is a list or, from npm 12 on, an object keyed by package.
    const report = Object.values(JSON.parse(stdout.slice(stdout.search(/^[[{]$/m))) as Record<string, PackReport>)[0];
    if (report === undefined) {
        throw new Error("npm pack reported no tarball");
    }
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "program", private: true, main: "index.js" }));
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", `./${report.filename}`, ...others];
    const { stdout: out, stderr } = await run("npm", install, { cwd: folder });
    return {
        folder,
        files: report.files.map(({ path }) => path),
        size: report.unpackedSize,
        said: out + stderr,
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}

/** Compiles a program that uses the package, where that is installed; fails with what the compiler says. */
export async function compile(program: string, ...options: readonly string[]): Promise<void> {
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const all = [tsc, "--noEmit", "--strict", "--target", "es2022", ...options, program];
    await run("node", all, { cwd: dirname(program) });
}

interface PackReport {
    readonly filename: string;
    readonly unpackedSize: number;
    readonly files: readonly { readonly path: string }[];
}
