import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./markdown";

interface Locked {
    readonly license?: string;
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Locked>>;

/** What their own text says where package.json only refers to it. */
const byText: Readonly<Record<string, string>> = { "@logdna/tail-file": "MIT" };

/** The packages that come with the library, its peers among them, by their licence, as package-lock.json has them. */
export function licencesPage(root: string): string {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Lock };
    const byLicence = new Map<string, Set<string>>();
    for (const path of installedWith("", packages)) {
        const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
        const licence = byText[name] ?? packages[path]?.license ?? "";
        byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(name));
    }
    const rows = [...byLicence]
        .sort(([, one], [, other]) => other.size - one.size)
        .map(([licence, names]) => [licence, [...names].sort().join(", ")]);
    return `${[
        "# Licences",
        "<!-- Generated from package-lock.json by `npm run docs`; do not edit. -->",
        "The project is under the Apache License 2.0. The command `ecs-inferentia` installs no other package; the " +
            "licences of the libraries inside are in its `dist/LICENSES.txt`. The library `pulumi-ecs-inferentia` " +
            "and its peers bring these:",
        table(["licence", "packages"], rows),
    ].join("\n\n")}\n`;
}

/** The paths in the lock of all that a package needs, peers too. */
function installedWith(path: string, packages: Lock, found = new Set<string>()): ReadonlySet<string> {
    const {
        dependencies,
        optionalDependencies,
        peerDependencies = {},
        peerDependenciesMeta = {},
    } = packages[path] ?? {};
    const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
        const at = resolved(name, path, packages);
        if (at !== undefined && !found.has(at)) {
            installedWith(at, packages, found.add(at));
        }
    }
    return found;
}

/** Where Node finds a package from another one's folder; undefined for an optional one that is not there. */
function resolved(name: string, from: string, packages: Lock): string | undefined {
    const candidate = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
    if (candidate in packages) {
        return candidate;
    }
    return from === ""
        ? undefined
        : resolved(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))), packages);
}
