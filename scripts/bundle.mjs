// Bundles what other programs start as JavaScript: the policy pack and the command.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bundles = [
    { entry: "policy-pack/index.ts", outfile: "policy-pack/dist/index.js" },
    // The command starts fast because it is one file, and installs nothing because its libraries are in it.
    {
        entry: "cli/main.ts",
        outfile: "dist/cli/ecs-inferentia.js",
        banner: { js: "#!/usr/bin/env node" },
        packages: "bundle",
        mainFields: ["module", "main"],
        minifyWhitespace: true,
    },
];

await Promise.all(
    bundles
        .filter(({ entry }) => existsSync(join(root, entry)))
        .map(({ entry, outfile, ...options }) =>
            build({
                entryPoints: [join(root, entry)],
                outfile: join(root, outfile),
                bundle: true,
                platform: "node",
                target: "node20",
                packages: "external",
                logLevel: "warning",
                ...options,
            }),
        ),
);

// The emulation bundles its own; a checkout may be without it.
const emulation = join(root, "emulation", "build.mjs");
if (existsSync(emulation)) {
    await import(pathToFileURL(emulation));
}
