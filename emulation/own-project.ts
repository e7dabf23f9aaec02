import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { version as awsVersion } from "@pulumi/aws/package.json";
import { version as awsxVersion } from "@pulumi/awsx/package.json";

/** The stand-ins, by the npm package whose plugin they take the place of. */
const standIns = { aws: awsVersion, awsx: awsxVersion };

/**
 * The folder of a Pulumi project that is to run in the emulation.
 *
 * @throws when there is no `Pulumi.yaml`.
 */
export function projectFolder(given: string): string {
    const folder = resolve(given);
    if (!existsSync(join(folder, "Pulumi.yaml"))) {
        throw new Error(`${folder} has no Pulumi.yaml; give the folder of a Pulumi project`);
    }
    return folder;
}

/**
 * Lets the stand-ins serve a project whose SDKs are of other versions than this clone's: the engine looks for a plugin
 * of the SDK's own version.
 *
 * @throws when a major version differs, since inputs and outputs do then.
 */
export function serveVersionsOf(project: string, pulumiHome: string): void {
    for (const [name, ours] of Object.entries(standIns)) {
        const theirs = installedVersion(project, `@pulumi/${name}`);
        if (theirs === undefined || theirs === ours) {
            continue;
        }
        if (theirs.split(".")[0] !== ours.split(".")[0]) {
            throw new Error(
                `${project} uses @pulumi/${name} ${theirs}, and the stand-in serves ${ours}; install ` +
                    `@pulumi/${name}@${ours}`,
            );
        }
        const plugin = (version: string): string => join(pulumiHome, "plugins", `resource-${name}-v${version}`);
        symlinkSync(plugin(ours), plugin(theirs));
    }
}

/** The version of a package that the project has installed; undefined for a program in another language. */
function installedVersion(project: string, name: string): string | undefined {
    const require = createRequire(join(project, "package.json"));
    try {
        const file = require.resolve(`${name}/package.json`);
        return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
    } catch {
        return undefined;
    }
}
