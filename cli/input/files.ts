import { readdirSync, realpathSync, statSync, type Stats } from "node:fs";
import { extname, join } from "node:path";
import { configurationFile } from "./configuration-name";

/** The path that stands for standard input. */
export const standardInput = "-";

/** The files that a path stands for. */
export interface Files {
    readonly paths: readonly string[];
    /** Folders in it that may not be read. */
    readonly closed: readonly string[];
    readonly isFolder: boolean;
    /** How many other files are in a folder, by the ending of their name. */
    readonly others: ReadonlyMap<string, number>;
}

const suffixes = /\.(?:json|ya?ml|template|tfstate)$/i;
const skipped = new Set(["node_modules"]);

/**
 * The files that a path stands for: a folder stands for the JSON and YAML files in it and in its folders, without
 * `node_modules` and those whose name begins with a dot. Links are followed, and no folder is entered twice.
 *
 * @throws the file system's error for a path that is not there
 */
export function filesOf(path: string): Files {
    if (path === standardInput || !statSync(path).isDirectory()) {
        return { paths: [path], closed: [], isFolder: false, others: new Map() };
    }
    const paths: string[] = [];
    const closed: string[] = [];
    const others = new Map<string, number>();
    const entered = new Set<string>();
    const enter = (folder: string) => {
        const real = realpathSync(folder);
        if (entered.has(real)) {
            return;
        }
        entered.add(real);
        for (const name of namesIn(folder, closed)) {
            const at = join(folder, name);
            const stats = followed(at);
            if (stats?.isDirectory() === true) {
                if (!name.startsWith(".") && !skipped.has(name)) {
                    enter(at);
                }
            } else if (stats?.isFile() === true && suffixes.test(name) && name !== configurationFile) {
                paths.push(at);
            } else {
                const ending = stats === undefined ? brokenLink : extname(name);
                others.set(ending, (others.get(ending) ?? 0) + 1);
            }
        }
    };
    enter(path);
    return { paths, closed, isFolder: true, others };
}

function namesIn(folder: string, closed: string[]): readonly string[] {
    try {
        return readdirSync(folder).sort();
    } catch {
        closed.push(folder);
        return [];
    }
}

const brokenLink = "broken link";

/** What a path leads to; undefined for a link to nothing, as editors make them to lock a file, or to itself. */
function followed(path: string): Stats | undefined {
    try {
        return statSync(path, { throwIfNoEntry: false });
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ELOOP") {
            return undefined;
        }
        throw error;
    }
}

/** Why nothing of a folder could be checked, in words. @param skippedFiles how many files were of no known format */
export function nothingChecked({ others }: Files, skippedFiles: number): string {
    const found = [
        ...(skippedFiles === 0 ? [] : [`${counted(skippedFiles, "JSON or YAML file")} of no known format`]),
        ...[...others]
            .sort(([, one], [, other]) => other - one)
            .slice(0, endingsShown)
            .map(([ending, count]) => counted(count, ending === "" ? "file without an ending" : ending)),
    ];
    const hint = others.has(".tf") ? `; ${terraformHint}` : "";
    const holds = found.length === 0 ? "it is empty" : `it has ${found.join(", ")}`;
    return `nothing in this folder can be checked: ${holds}${hint}`;
}

/** What to check instead of Terraform's own files, which a plan resolves. */
export const terraformHint = "of Terraform, a plan can be checked: terraform show -json";

const endingsShown = 4;

function counted(count: number, what: string): string {
    return what.startsWith(".") ? `${count} ${what}` : `${count} ${what}${count === 1 ? "" : "s"}`;
}
