import { rules, suggestion } from "../../checks";
import { standardInput } from "../input/files";
import { failLevels, type FailOn } from "../reports/fail-on";
import { plainFormats, requestedReports, type RequestedReport } from "../reports/requested-reports";
import { UsageError } from "../usage-error";
import { shellOf, type Shell } from "./completion";
import { migrateRequest, type MigrateRequest } from "./migrate-request";
import { commands, parseOptions, refuseOthers, type CommandName, type OptionValues } from "./options";

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
    /** The least level of findings at which the command fails. */
    readonly failOn: FailOn;
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
    | MigrateRequest
    | { readonly command: "rules"; readonly isJson: boolean }
    | { readonly command: "explain"; readonly rule: string }
    | { readonly command: "completion"; readonly shell: Shell }
    | { readonly command: "help" | "version" };

/** Reads the command line. @throws UsageError */
export function readArguments(argv: readonly string[]): Request {
    const { values, positionals } = parseOptions(argv);
    if (values.help === true || values.version === true) {
        return { command: values.help === true ? "help" : "version" };
    }
    const [command, ...operands] = positionals;
    if (isCommand(command)) {
        refuseOthers(command, values);
    }
    switch (command) {
        case "check":
            return checkRequest(values, operands);
        case "migrate":
            return migrateRequest(values, operands);
        case "rules":
            return { command, isJson: isJsonList(values, operands) };
        case "explain":
            return { command, rule: onlyRule(operands) };
        case "completion":
            return { command, shell: shellOf(operands) };
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

function isCommand(name: string | undefined): name is CommandName {
    return (commands as readonly unknown[]).includes(name);
}

function checkRequest(values: OptionValues, operands: readonly string[]): CheckRequest {
    // A configuration that is named alone is checked by itself.
    const paths = operands.length === 0 && values.config === undefined ? ["."] : operands;
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
        failOn: failOn(values["fail-on"]),
        updateBaseline,
        diff,
        fix,
        verbose: values.verbose ?? false,
        paths,
    };
}

function failOn(level: string = failLevels[0]): FailOn {
    const known = failLevels.find((one) => one === level);
    if (known === undefined) {
        throw new UsageError(
            `there is no --fail-on ${JSON.stringify(level)}${suggestion(level, failLevels)}; the levels are ` +
                failLevels.join(", "),
        );
    }
    return known;
}

function isJsonList({ format: [format = "text", ...more] = [] }: OptionValues, operands: readonly string[]): boolean {
    if (operands.length > 0) {
        throw new UsageError(`rules takes no ${JSON.stringify(operands[0])}; ecs-inferentia explain RULE tells of one`);
    }
    if (more.length > 0 || !plainFormats.includes(format)) {
        throw new UsageError(`rules has the formats ${plainFormats.join(" and ")}, and takes one --format`);
    }
    return format === "json";
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
