import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as awsxVersion } from "@pulumi/awsx/package.json";
import { version as pulumiVersion } from "@pulumi/pulumi/package.json";

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

const languageHost: Plugin = { kind: "language", name: "nodejs", version: pulumiVersion };

/**
 * Puts our stand-ins into a Pulumi home, where the engine finds them as it finds its own plugins.
 *
 * @param bundles The folder of the bundled JavaScript.
 * @param withLanguageHost Also the language host for Node: where the CLI brings none.
 * @throws when the bundles are missing.
 */
export function installPlugins(pulumiHome: string, bundles: string, withLanguageHost: boolean): void {
    for (const { kind, name, version } of withLanguageHost ? [...providers, languageHost] : providers) {
        const program = `pulumi-${kind}-${name}`;
        const bundle = join(bundles, `${program}.js`);
        if (!existsSync(bundle)) {
            throw new Error(`${bundle} is missing; run npm run build`);
        }
        const folder = join(pulumiHome, "plugins", `${kind}-${name}-v${version}`);
        mkdirSync(folder, { recursive: true });
        writeFileSync(
            join(folder, program),
            `#!/bin/sh\nexec ${shellQuoted(process.execPath)} ${shellQuoted(bundle)} "$@"\n`,
            { mode: 0o755 },
        );
    }
}

function shellQuoted(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
