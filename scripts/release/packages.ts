import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that is published on npm. */
export interface PublishedPackage {
    readonly name: string;
    readonly version: string;
    /** Its folder, from the project's root. */
    readonly folder: string;
}

interface Manifest {
    readonly name: string;
    readonly version: string;
    readonly private?: boolean;
    readonly workspaces?: readonly string[];
}

/** The workspaces that are not private, and then the package that may depend on them. */
export function publishedPackages(root: string): readonly PublishedPackage[] {
    const read = (folder: string) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
    return [...(read(".").workspaces ?? []), "."]
        .map((folder) => ({ folder, manifest: read(folder) }))
        .filter(({ manifest }) => manifest.private !== true)
        .map(({ folder, manifest: { name, version } }) => ({ name, version, folder }));
}
