import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * One of the scripts by which `@pulumi/pulumi` runs a program, a policy pack or a provider: from the SDK that the
 * folder itself installed, as the bundled language host does.
 *
 * @throws when the folder has no SDK.
 */
export function sdkScript(script: "run" | "run-policy-pack" | "run-plugin", folder: string): string {
    try {
        return createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${script}`);
    } catch (cause) {
        throw new Error(`${folder} has no @pulumi/pulumi; run npm install there`, { cause });
    }
}
