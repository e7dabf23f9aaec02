import { parseArgs } from "node:util";
import { suggestion } from "../../checks";
import { UsageError } from "../usage-error";

const options = {
    format: { type: "string", multiple: true },
    rule: { type: "string", multiple: true },
    config: { type: "string" },
    exclude: { type: "string", multiple: true },
    parameter: { type: "string", multiple: true },
    baseline: { type: "string" },
    "update-baseline": { type: "boolean" },
    "fail-on": { type: "string" },
    to: { type: "string" },
    "instance-type": { type: "string" },
    diff: { type: "boolean" },
    fix: { type: "boolean" },
    write: { type: "boolean" },
    verbose: { type: "boolean" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
} as const;

type Option = keyof typeof options;

/** The commands, each with its options; --help and --version are every command's. */
export const optionsOf = {
    check: [
        ...(["format", "verbose", "rule", "config", "exclude", "parameter", "baseline", "update-baseline"] as const),
        ...(["fail-on", "diff", "fix"] as const),
    ],
    migrate: ["to", "instance-type", "diff", "write", "format"],
    rules: ["format"],
    explain: [],
    completion: [],
} as const satisfies Readonly<Record<string, readonly Option[]>>;

export type CommandName = keyof typeof optionsOf;

export const commands = Object.keys(optionsOf) as readonly CommandName[];

/** The options and the operands of a command line. */
export type OptionValues = ReturnType<typeof parseOptions>["values"];

/** Reads options that some command has. @throws UsageError */
export function parseOptions(argv: readonly string[]) {
    try {
        return parseArgs({ args: [...argv], options, allowPositionals: true });
    } catch (error) {
        const unknown = /^Unknown option '(--?[^']+)'/.exec((error as Error).message)?.[1];
        const known = Object.keys(options).map((name) => `--${name}`);
        throw new UsageError(
            unknown === undefined
                ? (error as Error).message
                : `there is no option ${unknown}${suggestion(unknown, known)}; see --help`,
        );
    }
}

/** Refuses options that are another command's. @throws UsageError */
export function refuseOthers(command: CommandName, values: OptionValues): void {
    const own: readonly string[] = optionsOf[command];
    const other = Object.keys(values).find((name) => !own.includes(name));
    if (other !== undefined) {
        const takes = own.length === 0 ? "no options" : own.map((name) => `--${name}`).join(", ");
        throw new UsageError(`${command} takes no --${other}; it takes ${takes}`);
    }
}
