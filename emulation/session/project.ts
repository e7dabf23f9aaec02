import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

/**
 * Makes a Pulumi project that runs the program of `source` as it stands there, but keeps its stacks' settings
 * (`Pulumi.<stack>.yaml`) in a folder of its own: those beside the program are the user's. All else that is in `source`
 * is linked, so that paths such as `policy-pack` mean the same in both. A project that is there already is brought up
 * to date.
 *
 * @param source A folder with `Pulumi.yaml`.
 * @param main The program, relative to `source`, where it is not the one that `Pulumi.yaml` names.
 */
export function makeProject(source: string, folder: string, main?: string): void {
    const settings = readSettings(source);
    settings.set("main", join(source, main ?? String(settings.get("main") ?? ".")));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "Pulumi.yaml"), settings.toString());
    for (const entry of readdirSync(source)) {
        if (!entry.startsWith(".") && !/^Pulumi\..*(yaml|json)$/.test(entry)) {
            const link = join(folder, entry);
            rmSync(link, { force: true });
            symlinkSync(join(source, entry), link);
        }
    }
}

/** The language that the program of `source` is written in, as Pulumi names it: `nodejs`, `yaml`, … */
export function languageOf(source: string): string {
    const settings = readSettings(source);
    return String(settings.getIn(["runtime", "name"]) ?? settings.get("runtime"));
}

function readSettings(source: string): ReturnType<typeof parseDocument> {
    const file = join(source, "Pulumi.yaml");
    if (!existsSync(file)) {
        throw new Error(`${source} is no Pulumi project: it has no Pulumi.yaml`);
    }
    const settings = parseDocument(readFileSync(file, "utf8"));
    const [error] = settings.errors;
    if (error !== undefined) {
        throw new Error(`${file} is no YAML: ${error.message}`);
    }
    return settings;
}
