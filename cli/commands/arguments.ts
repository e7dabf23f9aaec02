import { parseArgs } from "node:util";
import { rules, suggestion } from "../../checks";
import { standardInput } from "../input/files";
import { requestedReports, type RequestedReport } from "../reports/requested-reports";
import { UsageError } from "../usage-error";

/** What the command was asked to check, and how. */
export interface CheckRequest {
    readonly command: "check";
    readonly reports: readonly RequestedReport[];
    /** The rules to judge by; empty for all. */
    readonly rules: readonly string[];
    readonly config: string | undefined;
    readonly exclude: readonly string[];
    /** The values of a template's parameters. */
    readonly parameters: Readonly<Record<string, string>>;
    readonly baseline: string | undefined;
    readonly updateBaseline: boolean;
    readonly diff: boolean;
    readonly fix: boolean;
    readonly verbose: boolean;
    /** None: only the configuration is checked. */
    readonly paths: readonly string[];
}

/** What the command was asked to do. */
export type Request =
    | CheckRequest
    | { readonly command: "explain"; readonly rule: string }
    | { readonly command: "rules" | "help" | "version" };

const options = {
    format: { type: "string", multiple: true },
    rule: { type: "string", multiple: true },
    config: { type: "string" },
    exclude: { type: "string", multiple: true },
    parameter: { type: "string", multiple: true },
    baseline: { type: "string" },
    "update-baseline": { type: "boolean" },
    diff: { type: "boolean" },
    fix: { type: "boolean" },
    verbose: { type: "boolean" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
} as const;

const commands = ["check", "rules", "explain"] as const;

/** Reads the command line. @throws UsageError */
export function readArguments(argv: readonly string[]): Request {
    const { values, positionals } = parse(argv);
    if (values.help === true || values.version === true) {
        return { command: values.help === true ? "help" : "version" };
    }
    const [command, ...operands] = positionals;
    switch (command) {
        case "check":
            return checkRequest(values, operands);
        case "rules":
            return { command };
        case "explain":
            return { command, rule: onlyRule(operands) };
        default: {
            const which = `the commands are ${commands.join(", ")}`;
            throw new UsageError(
                command === undefined
                    ? `which command? ${which}`
                    : `there is no command ${JSON.stringify(command)}${suggestion(command, commands)}; ${which}`,
            );
        }
    }
}

function checkRequest(values: ReturnType<typeof parse>["values"], paths: readonly string[]): CheckRequest {
    if (paths.length === 0 && values.config === undefined) {
        throw new UsageError("nothing to check: give at least one path, or - for standard input");
    }
    const { fix = false, diff = false, baseline, rule = [], "update-baseline": updateBaseline = false } = values;
    if (fix && diff) {
        throw new UsageError("--diff shows what --fix would do; give one of them");
    }
    if ((fix || diff) && paths.includes(standardInput)) {
        throw new UsageError(`standard input cannot be repaired; give --${fix ? "fix" : "diff"} the paths of files`);
    }
    if (updateBaseline && baseline === undefined) {
        throw new UsageError("--update-baseline writes the baseline; name it with --baseline FILE");
    }
    return {
        command: "check",
        reports: requestedReports(values.format ?? ["text"]),
        rules: rule.map(knownRule),
        config: values.config,
        exclude: values.exclude ?? [],
        parameters: Object.fromEntries((values.parameter ?? []).map(parameter)),
        baseline,
        updateBaseline,
        diff,
        fix,
        verbose: values.verbose ?? false,
        paths,
    };
}

function parameter(text: string): readonly [string, string] {
    const at = text.indexOf("=");
    if (at < 1) {
        throw new UsageError(`--parameter ${JSON.stringify(text)} is not NAME=VALUE`);
    }
    return [text.slice(0, at), text.slice(at + 1)];
}

function onlyRule(operands: readonly string[]): string {
    const [name, ...more] = operands;
    if (name === undefined || more.length > 0) {
        throw new UsageError("explain takes the name of one rule; ecs-inferentia rules lists them");
    }
    return knownRule(name);
}

function knownRule(name: string): string {
    const known = rules.map((rule) => rule.name);
    if (!known.includes(name)) {
        throw new UsageError(
            `there is no rule ${JSON.stringify(name)}${suggestion(name, known)}; the rules are ${known.join(", ")}`,
        );
    }
    return name;
}

function parse(argv: readonly string[]) {
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
