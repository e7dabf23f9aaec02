import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a Pulumi project that runs the program of `source` as it stands there, but keeps its stacks' settings
 * (`Pulumi.<stack>.yaml`) in a folder of its own: those beside the program are the user's. All else that is in `source`
 * is linked, so that paths such as `policy-pack` mean the same in both.
 *
 * @param source A folder with `Pulumi.yaml`.
 * @param main The program, relative to `source`, where it is not the one that `Pulumi.yaml` names.
 */
export function makeProject(source: string, folder: string, main?: string): void {
    const settings = readFileSync(join(source, "Pulumi.yaml"), "utf8");
    const program = main ?? /^main: *(\S+)$/m.exec(settings)?.[1] ?? ".";
    mkdirSync(folder, { recursive: true });
    writeFileSync(
        join(folder, "Pulumi.yaml"),
        `${settings.replace(/^main:.*\n/m, "")}main: ${JSON.stringify(join(source, program))}\n`,
    );
    for (const entry of readdirSync(source)) {
        if (!entry.startsWith(".") && !/^Pulumi\..*(yaml|json)$/.test(entry)) {
            symlinkSync(join(source, entry), join(folder, entry));
        }
    }
}
