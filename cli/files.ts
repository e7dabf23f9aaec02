import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The path that stands for standard input. */
export const standardInput = "-";

/** A file to check; one that was found in a folder may be of no known format. */
export interface Candidate {
    readonly path: string;
    readonly named: boolean;
}

const suffixes = /\.(?:json|ya?ml|template)$/i;
const skipped = new Set(["node_modules"]);

/**
 * The files that paths stand for, one by one: a folder stands for the JSON and YAML files in it and in its folders,
 * without `node_modules` and those whose name begins with a dot.
 *
 * @throws the file system's error for a path that is not there
 */
export function* filesOf(paths: readonly string[]): Generator<Candidate> {
    for (const path of paths) {
        if (path !== standardInput && statSync(path).isDirectory()) {
            yield* filesIn(path);
        } else {
            yield { path, named: true };
        }
    }
}

function* filesIn(folder: string): Generator<Candidate> {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name)) {
            yield* filesIn(path);
        } else if (entry.isFile() && suffixes.test(entry.name)) {
            yield { path, named: false };
        }
    }
}
