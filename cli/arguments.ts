import { parseArgs } from "node:util";
import { rules, suggestion } from "../checks";
import { standardInput } from "./files";

export const formatsOfReport = ["text", "json", "sarif", "junit"] as const;
export type ReportFormat = (typeof formatsOfReport)[number];

/** What the command was asked to do. */
export interface Arguments {
    readonly format: ReportFormat;
    /** The rules to judge by; empty for all. */
    readonly rules: readonly string[];
    readonly config: string | undefined;
    readonly fix: boolean;
    readonly paths: readonly string[];
}

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {}

export const usage = `Usage: ecs-inferentia check [options] PATH…

Checks ECS task definitions, CloudFormation templates, Terraform plans and states (terraform show -json) and Pulumi
states (pulumi stack export) for what gets AWS Inferentia and Neuron wrong. A folder stands for the JSON and YAML files
in it, - for standard input.

  --format text|json|sarif|junit   how to report (default: text)
  --rule NAME                      judge by this rule only; can be given again
  --config FILE                    levels and options of the rules, as for pulumi preview --policy-pack-config
  --fix                            first repair JSON files of ECS task definitions, in what has exactly one right answer
  --help, --version

Exit code: 0 nothing mandatory found, 1 mandatory findings, 2 something could not be read, or not be repaired.
`;

const options = {
    format: { type: "string" },
    rule: { type: "string", multiple: true },
    config: { type: "string" },
    fix: { type: "boolean" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
} as const;

/** Reads the command line. @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments | "help" | "version" {
    const { values, positionals } = parse(argv);
    if (values.help === true || values.version === true) {
        return values.help === true ? "help" : "version";
    }
    const [command, ...paths] = positionals;
    if (command !== "check") {
        throw new UsageError(
            command === undefined
                ? "which command? There is one: check"
                : `there is no command ${JSON.stringify(command)}; there is one: check`,
        );
    }
    if (paths.length === 0) {
        throw new UsageError("what shall be checked? Give at least one path, or - for standard input");
    }
    const { format = "text", rule: names = [], fix = false } = values;
    if (fix && paths.includes(standardInput)) {
        throw new UsageError("standard input cannot be repaired; give --fix the paths of files");
    }
    if (!isFormat(format)) {
        throw new UsageError(
            `there is no format ${JSON.stringify(format)}${suggestion(format, formatsOfReport)}; the formats are ` +
                `${formatsOfReport.join(", ")}`,
        );
    }
    const known = rules.map(({ name }) => name);
    for (const name of names.filter((one) => !known.includes(one))) {
        throw new UsageError(
            `there is no rule ${JSON.stringify(name)}${suggestion(name, known)}; the rules are ${known.join(", ")}`,
        );
    }
    return { format, rules: names, config: values.config, fix, paths };
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

function isFormat(format: string): format is ReportFormat {
    return (formatsOfReport as readonly string[]).includes(format);
}
