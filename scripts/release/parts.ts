import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run, type CommandOptions } from "../../emulation/command";
import { executableOnPath } from "../../emulation/pulumi-cli/on-path";
import { pythonWith } from "../../emulation/python-environment";
import { root } from "../documents";
import { schemaFile } from "../schema";
import { generateSdk } from "./generated-sdk";
import { publishedPackages } from "./packages";

/** Something that a release consists of. */
export interface ReleasePart {
    readonly title: string;
    /** The programs without which a machine cannot make it. */
    readonly needs: readonly string[];
    /** Makes it, and answers the path of its file. */
    make(folder: string): Promise<string>;
}

/** What a release consists of. */
export function partsOf(version: string): readonly ReleasePart[] {
    return [
        ...publishedPackages(root).map(({ name, folder }): ReleasePart => ({
            title: `npm package ${name}`,
            needs: ["npm"],
            make: (target) => packed(join(root, folder), target),
        })),
        {
            title: "policy pack, as pulumi policy publish packs it",
            needs: ["npm"],
            // Its name would be that of the command's package.
            make: (target) =>
                inTemporaryFolder(async (folder) => {
                    const file = join(target, `policy-pack-${version}.tgz`);
                    copyFileSync(await packed(join(root, "policy-pack"), folder), file);
                    return file;
                }),
        },
        {
            title: "schema of the Pulumi package",
            needs: [],
            make: (target) => {
                const file = join(target, basename(schemaFile));
                copyFileSync(join(root, schemaFile), file);
                return Promise.resolve(file);
            },
        },
        { title: "Python SDK", needs: ["go", "python3"], make: pythonSdk },
        {
            title: "Go SDK",
            needs: ["go", "tar"],
            make: (target) =>
                inTemporaryFolder(async (folder) => {
                    await generateSdk("go", folder);
                    const file = join(target, `sdk-go-${version}.tgz`);
                    await succeed("tar", ["-czf", file, "-C", folder, "."]);
                    return file;
                }),
        },
        {
            title: "documents of this commit",
            needs: ["git"],
            make: async (target) => {
                const file = join(target, `docs-${version}.tgz`);
                const pages = ["README.md", "CHANGELOG.md", "docs"];
                await succeed("git", ["archive", "--format", "tar.gz", "--output", file, "HEAD", ...pages], {
                    cwd: root,
                });
                return file;
            },
        },
    ];
}

/** The programs that this machine lacks for a part. */
export function missingFor({ needs }: ReleasePart): readonly string[] {
    return needs.filter((program) => executableOnPath(program) === undefined);
}

/** Packs an npm package as it is published. */
async function packed(folder: string, target: string): Promise<string> {
    const { stdout } = await succeed("npm", ["pack", "--json", "--pack-destination", target], { cwd: folder });
    // `prepare` prints before the report, which is a list or, from npm 12 on, an object keyed by package.
    const reports = JSON.parse(stdout.slice(stdout.search(/^[[{]$/m))) as Record<string, { filename: string }>;
    return join(target, ...Object.values(reports).map(({ filename }) => filename));
}

function pythonSdk(target: string): Promise<string> {
    const requirements = join(root, "scripts", "release", "requirements.txt");
    return inTemporaryFolder(async (folder) => {
        await generateSdk("python", folder);
        // The generator writes it into the module, and pyproject.toml names it beside itself.
        cpSync(join(folder, "pulumi_ecs_inferentia", "README.md"), join(folder, "README.md"));
        const python = await pythonWith({ name: "setuptools", role: "Python's packager", requirements }, console.log);
        const build = "import sys; from setuptools import build_meta; print(build_meta.build_sdist(sys.argv[1]))";
        const { stdout } = await succeed(python, ["-c", build, target], { cwd: folder });
        return join(target, stdout.trim().split("\n").at(-1) ?? "");
    });
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-release-"));
    try {
        return await use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** @throws where the command fails, with what it said. */
export async function succeed(command: string, args: readonly string[], options: CommandOptions = {}) {
    const outcome = await run(command, args, options);
    if (outcome.code !== 0) {
        throw new Error(`${command} ${args.join(" ")} ended with ${outcome.code}:\n${outcome.stdout}${outcome.stderr}`);
    }
    return outcome;
}
