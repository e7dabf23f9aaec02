import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
    readonly help: boolean;
    /** Leave the stack up. */
    readonly keep: boolean;
    /** The file that gets the deployed stack's state, absolute. */
    readonly exportFile?: string;
}

export const usage = `Usage: npm run demo -- [--keep] [--export FILE]

Previews, deploys, checks and destroys the stack of index.ts, and beside it the example balanced, with the real Pulumi
engine, against an AWS emulator on this machine.

  --keep           leaves the stack up, and says how to step inside
  --export FILE    writes the deployed stack's exported state`;

/**
 * @param folder What a relative file is relative to.
 * @throws on an unknown option, or one without its value.
 */
export function parseOptions(args: readonly string[], folder: string): Options {
    const { values } = parseArgs({
        args: [...args],
        options: { help: { type: "boolean", short: "h" }, keep: { type: "boolean" }, export: { type: "string" } },
    });
    const file = values.export;
    if (file === "") {
        throw new Error("--export needs the name of a file");
    }
    return {
        help: values.help ?? false,
        keep: values.keep ?? false,
        ...(file !== undefined && { exportFile: isAbsolute(file) ? file : resolve(folder, file) }),
    };
}
