import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Where what is fetched or built once is kept: `$XDG_CACHE_HOME`, or `~/.cache`, and a folder of the project's own in
 * it.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
    return join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "pulumi-ecs-inferentia");
}

/**
 * The folder `name` of the cache, made by `make` where it is not there yet. It appears whole or not at all: `make`
 * fills a folder beside it, which is then renamed; of two processes that make it at once, the second takes what the
 * first made.
 *
 * @param name A folder name that states the version of what is in it.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
    const folder = join(cacheFolder(), name);
    if (existsSync(folder)) {
        return folder;
    }
    mkdirSync(dirname(folder), { recursive: true });
    const unfinished = mkdtempSync(`${folder}.`);
    try {
        await make(unfinished);
        renameOrTakeTheOther(unfinished, folder);
    } finally {
        rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
}

function renameOrTakeTheOther(unfinished: string, folder: string): void {
    try {
        renameSync(unfinished, folder);
    } catch (error) {
        if (!existsSync(folder)) {
            throw error;
        }
    }
}
