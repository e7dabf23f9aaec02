import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { childrenSurface } from "./children";
import { commandSurface } from "./command";
import { exportedNames, exportsSurface } from "./exports";
import { policiesSurface } from "./policies";
import { schemaSurface } from "./schema";
import type { Surface } from "./surface";

const built = join(__dirname, "..", "..", "dist");

/** What the package keeps from release to release, as it is now. @throws where it is not built. */
export async function today(): Promise<Surface> {
    const [entry, contract] = ["components", "contract"].map((folder) => join(built, folder, "index.d.ts"));
    if (entry === undefined || contract === undefined || !existsSync(entry) || !existsSync(contract)) {
        throw new Error("the package is not built: run npm run build first");
    }
    return new Map([
        ...schemaSurface(),
        ...(await childrenSurface()),
        ...policiesSurface(),
        ...commandSurface(),
        ...exportsSurface(entry),
        ["exports of pulumi-ecs-inferentia/contract", new Map(exportedNames(contract).map((name) => [name, ""]))],
    ]);
}

/** The file of a release. */
export function recordOf(version: string): string {
    return join(__dirname, `${version}.txt`);
}

/** The releases on record, the last one last. */
export const recorded: readonly string[] = readdirSync(__dirname)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.slice(0, -".txt".length))
    .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
