import { readArguments, type Request } from "./commands/arguments";
import { checkFiles } from "./commands/check-files";
import { readConfigurationFile } from "./input/configuration";
import { coloursOf } from "./reports/colours";
import { ExitCode } from "./exit-code";
import { explanation } from "./commands/explain";
import { ruleList } from "./commands/list-rules";
import { migrateFile } from "./commands/migrate";
import type { Write } from "./reports/report";
import { usage } from "./commands/usage";
import { UsageError } from "./usage-error";

/** Runs the command. @param version what `--version` prints */
export function run(argv: readonly string[], version: string, out: Write, err: Write): ExitCode {
    try {
        return answer(readArguments(argv), version, out, err);
    } catch (error) {
        if (error instanceof UsageError) {
            err(`ecs-inferentia: ${error.message}\n`);
            return ExitCode.Failure;
        }
        throw error;
    }
}

function answer(request: Request, version: string, out: Write, err: Write): ExitCode {
    switch (request.command) {
        case "check":
            if (request.paths.length === 0) {
                readConfigurationFile(request.config, request.rules);
                out(`the configuration ${request.config ?? ""} is right\n`);
                break;
            }
            return checkFiles(request, out, err, coloursOf(process.env, process.stdout.isTTY));
        case "migrate":
            return migrateFile(request, out, err, {
                colours: coloursOf(process.env, process.stdout.isTTY),
                width: process.stdout.isTTY ? process.stdout.columns : Infinity,
            });
        case "rules":
            out(ruleList());
            break;
        case "explain":
            out(explanation(request.rule));
            break;
        case "help":
            out(usage);
            break;
        case "version":
            out(`${version}\n`);
            break;
    }
    return ExitCode.Clean;
}
