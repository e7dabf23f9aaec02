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

const nodeLanguageHost: Plugin = { kind: "language", name: "nodejs", version: pulumiVersion };

/** Where the build puts the bundled JavaScript. */
const bundlesFolder = join(dirname(__dirname), "dist");

/**
 * Puts our stand-ins into a Pulumi home, where the engine finds them as it finds its own plugins.
 *
 * @param withLanguageHost Also the language host for Node: where the CLI brings none.
 * @throws when the bundles are missing.
 */
export function installPlugins(pulumiHome: string, withLanguageHost: boolean): void {
    for (const plugin of withLanguageHost ? [...providers, nodeLanguageHost] : providers) {
        installBundle(pulumiHome, plugin);
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

function installBundle(pulumiHome: string, plugin: Plugin): void {
    const { program, folder } = placeOf(pulumiHome, plugin);
    const bundle = join(bundlesFolder, `${program}.js`);
    if (!existsSync(bundle)) {
        throw new Error(`${bundle} is missing; run npm run build`);
    }
    writeFileSync(
        join(folder, program),
        `#!/bin/sh\nexec ${shellQuoted(process.execPath)} ${shellQuoted(bundle)} "$@"\n`,
        { mode: 0o755 },
    );
}

function placeOf(pulumiHome: string, { kind, name, version }: Plugin): { program: string; folder: string } {
    const folder = join(pulumiHome, "plugins", `${kind}-${name}-v${version}`);
    mkdirSync(folder, { recursive: true });
    return { program: `pulumi-${kind}-${name}`, folder };
}

function shellQuoted(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
