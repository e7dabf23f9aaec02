import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as awsxVersion } from "@pulumi/awsx/package.json";
import { version as pulumiVersion } from "@pulumi/pulumi/package.json";
import type { LanguageHost } from "../pulumi-cli/yaml-language-host";

/** A plugin of the engine's, which is looked for by kind, name and the version of the npm SDK. */
interface Plugin {
    readonly kind: "resource" | "language";
    readonly name: string;
    readonly version: string;
}

const providers: readonly Plugin[] = [
    { kind: "resource", name: "aws", version: awsVersion },
    { kind: "resource", name: "awsx", version: awsxVersion },
];

/** The languages of our own host. */
export const hostedLanguages = ["nodejs", "python", "go"] as const;

/** Where the build puts the bundled JavaScript. */
const bundlesFolder = join(dirname(__dirname), "dist");

/**
 * Puts our stand-ins into a Pulumi home, where the engine finds them as it finds its own plugins.
 *
 * @param withLanguageHost Also our language host: where the CLI brings none.
 * @throws when the bundles are missing.
 */
export function installPlugins(pulumiHome: string, withLanguageHost: boolean): void {
    for (const provider of providers) {
        installBundle(pulumiHome, provider);
    }
    for (const name of withLanguageHost ? hostedLanguages : []) {
        installBundle(pulumiHome, { kind: "language", name, version: pulumiVersion }, "pulumi-language", name);
    }
}

/** Our stand-ins for the providers again, as of the versions that a program installed. */
export function installProvidersFor(program: string, pulumiHome: string): void {
    const { resolve } = createRequire(join(program, "package.json"));
    for (const provider of providers) {
        let manifest;
        try {
            manifest = resolve(`@pulumi/${provider.name}/package.json`);
        } catch {
            // The program does not use it.
            continue;
        }
        const { version } = createRequire(manifest)(manifest) as { version: string };
        installBundle(pulumiHome, { ...provider, version });
    }
}

/** Links a language host that is a program of its own into a Pulumi home. */
export function installLanguageHost(pulumiHome: string, name: string, { version, path }: LanguageHost): void {
    const { program, folder } = placeOf(pulumiHome, { kind: "language", name, version });
    rmSync(join(folder, program), { force: true });
    symlinkSync(path, join(folder, program));
}

/** @param args What the bundle is told before the engine's own arguments. */
function installBundle(pulumiHome: string, plugin: Plugin, name = nameOf(plugin), ...args: readonly string[]): void {
    const { program, folder } = placeOf(pulumiHome, plugin);
    const bundle = join(bundlesFolder, `${name}.js`);
    if (!existsSync(bundle)) {
        throw new Error(`${bundle} is missing; run npm run build`);
    }
    const command = [process.execPath, bundle, ...args].map(shellQuoted).join(" ");
    writeFileSync(join(folder, program), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
}

function placeOf(pulumiHome: string, plugin: Plugin): { program: string; folder: string } {
    const { kind, name, version } = plugin;
    const folder = join(pulumiHome, "plugins", `${kind}-${name}-v${version}`);
    mkdirSync(folder, { recursive: true });
    return { program: nameOf(plugin), folder };
}

function nameOf({ kind, name }: Plugin): string {
    return `pulumi-${kind}-${name}`;
}

function shellQuoted(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
