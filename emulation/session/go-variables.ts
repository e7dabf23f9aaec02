import { run } from "../command";
import { goSettings } from "../pulumi-cli/build";
import { executableOnPath } from "../pulumi-cli/on-path";

/**
 * How a session builds programs in Go: with the user's caches of modules and packages, because a home of its own would
 * have them fetched and compiled anew. Nothing without Go.
 */
export async function goVariables(): Promise<Record<string, string>> {
    if (executableOnPath("go") === undefined) {
        return {};
    }
    const { stdout } = await run("go", ["env", "-json", "GOCACHE", "GOMODCACHE", "GOPROXY"]);
    return { ...(JSON.parse(stdout) as Record<string, string>), ...goSettings };
}
