/**
 * `npm run release -- [--dry-run]`: makes all of a release in the folder `release`, with SHA-256 sums and a list, and
 * publishes the npm packages, but for `--dry-run`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { run } from "../../emulation/command";
import { root } from "../documents";
import { publishedPackages } from "./packages";
import { missingFor, partsOf, succeed } from "./parts";
import { refusals, sectionOf } from "./refusals";

interface ReleaseFile {
    readonly title: string;
    readonly file: string;
}

const packages = publishedPackages(root);
/** That of the library, which the others share. */
const version = packages.at(-1)?.version ?? "";
const folder = join(root, "release");
const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");

async function main(): Promise<void> {
    const { values } = parseArgs({ options: { "dry-run": { type: "boolean" } } });
    const parts = partsOf(version);
    const missing = parts.flatMap((part) => {
        const programs = missingFor(part);
        return programs.length === 0 ? [] : [`the ${part.title} needs ${programs.join(", ")}, which is not on PATH`];
    });
    const refused = refusals({
        version,
        changelog,
        missing,
        otherVersions: packages.filter((one) => one.version !== version).map(({ name }) => name),
        environment: process.env,
        ...(await gitState()),
    });
    if (!values["dry-run"] && refused.length > 0) {
        throw new Error(`nothing is published:\n${refused.map((one) => `  - ${one}`).join("\n")}`);
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const files: ReleaseFile[] = [];
    for (const part of parts.filter((one) => missingFor(one).length === 0)) {
        files.push({ title: part.title, file: await part.make(folder) });
    }
    writeList(files, missing);
    if (values["dry-run"]) {
        console.log(`Nothing is published. ${refused.length > 0 ? "Without --dry-run it would be refused:" : ""}`);
        refused.forEach((one) => console.log(`  - ${one}`));
        return;
    }
    for (const { file } of files.filter(({ title }) => title.startsWith("npm package"))) {
        await succeed("npm", ["publish", file, "--provenance", "--access", "public"]);
    }
}

async function gitState() {
    const git = (...args: string[]) => run("git", args, { cwd: root });
    const tagged = await git("rev-parse", "--verify", "--quiet", `v${version}^{commit}`);
    return {
        changed: (await git("status", "--porcelain")).stdout.split("\n").filter((line) => line !== ""),
        commit: (await git("rev-parse", "HEAD")).stdout.trim(),
        taggedCommit: tagged.code === 0 ? tagged.stdout.trim() : undefined,
    };
}

/** Tells what the release consists of, and writes it beside the files, for people and for `sha256sum --check`. */
function writeList(releaseFiles: readonly ReleaseFile[], missing: readonly string[]): void {
    const files = releaseFiles.map(({ title, file }) => {
        const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
        return { title, sum, path: relative(folder, file), kilobytes: Math.ceil(statSync(file).size / 1000) };
    });
    writeFileSync(join(folder, "SHA256SUMS"), files.map(({ sum, path }) => `${sum}  ${path}\n`).join(""));
    const lines = [
        ...files.map(({ title, path, kilobytes }) => `- ${path}: ${title}, ${kilobytes} kB`),
        ...missing.map((one) => `- Not made: ${one}.`),
    ];
    const notes = sectionOf(changelog, version) ?? "\n";
    writeFileSync(
        join(folder, "NOTES.md"),
        `${notes.slice(notes.indexOf("\n")).trim()}\n\n### Files\n\n${lines.join("\n")}\n`,
    );
    console.log(`The release ${version} is in ${relative(process.cwd(), folder)}:\n${lines.join("\n")}`);
}

main().catch((error: unknown) => {
    console.error(`release: ${(error as Error).message}`);
    process.exitCode = 1;
});
