// Bundles what the engine starts as JavaScript: the language host and the providers. The root's build runs it too.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(fileURLToPath(import.meta.url));
const entries = {
    "pulumi-language": "language-host/main.ts",
    "pulumi-resource-aws": "providers/aws/main.ts",
    "pulumi-resource-awsx": "providers/awsx/main.ts",
};

await build({
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: join(folder, entry), out })),
    outdir: join(folder, "dist"),
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
});
