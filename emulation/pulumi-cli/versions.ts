import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version as sdkVersion } from "@pulumi/pulumi/package.json";

/** The oldest CLI that will do: that of the SDK's own version, without the `v`. */
export const oldestVersion: string = sdkVersion;

/** The version, without the `v`, of a module that the `go.mod` in a folder requires. */
export function pinnedVersion(folder: string, module: string): string {
    const file = join(folder, "go.mod");
    const requirement = new RegExp(`^require ${module} v(\\S+)$`, "m").exec(readFileSync(file, "utf8"));
    if (requirement?.[1] === undefined) {
        throw new Error(`${file} does not require ${module}`);
    }
    return requirement[1];
}

/** Whether a version as the CLI prints it (`v3.248.0`) is recent enough; a pre-release counts as its release. */
export function isRecentEnough(printed: string, oldest: string): boolean {
    const found = parse(printed);
    const wanted = parse(oldest);
    if (found === undefined || wanted === undefined || found[0] !== wanted[0]) {
        return false;
    }
    const differing = found.findIndex((part, index) => part !== wanted[index]);
    return differing === -1 || (found[differing] ?? 0) > (wanted[differing] ?? 0);
}

function parse(version: string): readonly number[] | undefined {
    return /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim())?.slice(1).map(Number);
}
