// Bundles what other programs start as JavaScript: the policy pack and the command.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = { bundle: true, platform: "node", target: "node20", absWorkingDir: root, logLevel: "warning" };

/** The libraries of the command. Each is a file of its own, loaded by the runs that need it. */
const libraries = ["diff", "jsonc-parser", "picomatch", "yaml"];

/** Leaves what stands in another file of the command there. */
const files = {
    name: "files",
    setup({ onResolve }) {
        const names = new RegExp(`^(?:\\./main|${libraries.join("|")})$`);
        onResolve({ filter: names }, ({ path, kind }) =>
            kind === "entry-point" ? undefined : { path: path.replace(/^(?:\.\/)?(.*)$/, "./$1.js"), external: true },
        );
    },
};

function bundlePack() {
    return build({
        ...shared,
        entryPoints: ["policy-pack/index.ts"],
        outfile: "policy-pack/dist/index.js",
        packages: "external",
    });
}

/** It installs nothing, because its libraries are in it, and starts fast, because most runs load one or two files. */
async function bundleCommand() {
    const { metafile } = await build({
        ...shared,
        entryPoints: [
            { in: "cli/ecs-inferentia.ts", out: "ecs-inferentia" },
            { in: "cli/main.ts", out: "main" },
            ...libraries.map((name) => ({ in: name, out: name })),
        ],
        outdir: "cli/dist",
        mainFields: ["module", "main"],
        minify: true,
        plugins: [files],
        metafile: true,
    });
    const dist = join(root, "cli", "dist");
    const written = ["LICENSES.txt", ...Object.keys(metafile.outputs).map((path) => basename(path))];
    // What an earlier build left there, and what Node kept of it.
    for (const name of readdirSync(dist).filter((one) => !written.includes(one))) {
        rmSync(join(dist, name), { recursive: true });
    }
    const start = join(dist, "ecs-inferentia.js");
    writeFileSync(start, `#!/usr/bin/env node\n${readFileSync(start, "utf8")}`);
    writeFileSync(join(dist, "LICENSES.txt"), licensesOf(Object.keys(metafile.inputs)));
}

/** The licences of the packages whose files are in the bundle. */
function licensesOf(inputs) {
    const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
    return [...new Set(names.filter((name) => name !== undefined))]
        .sort()
        .map((name) => {
            const folder = join(root, "node_modules", name);
            const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
            const file = ["LICENSE", "LICENSE.md"].find((one) => existsSync(join(folder, one)));
            return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
        })
        .join(`\n${"-".repeat(80)}\n\n`);
}

await Promise.all([bundlePack(), bundleCommand()]);

// The emulation bundles its own; a checkout may be without it.
const emulation = join(root, "emulation", "build.mjs");
if (existsSync(emulation)) {
    await import(pathToFileURL(emulation));
}
