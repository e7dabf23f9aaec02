import { readArguments, type Request } from "./commands/arguments";
import { checkFiles } from "./commands/check-files";
import { readConfigurationFile } from "./input/configuration";
import { coloursOf } from "./reports/colours";
import { ExitCode } from "./exit-code";
import { completion } from "./commands/completion";
import { explanation } from "./commands/explain";
import { ruleList } from "./commands/list-rules";
import { migrateFile } from "./commands/migrate";
import type { Terminal, Write } from "./reports/report";
import { usage } from "./commands/usage";
import { wrappedPage } from "./commands/wrapped-page";
import { wrapped } from "./reports/wrapped";
import { UsageError } from "./usage-error";

/** Runs the command. @param version what `--version` prints */
export function run(argv: readonly string[], version: string, out: Write, err: Write): ExitCode {
    try {
        return answer(readArguments(argv), version, out, err);
    } catch (error) {
        if (error instanceof UsageError) {
            err(`${wrapped(`ecs-inferentia: ${error.message}`, widthOf(process.stderr), "", 0)}\n`);
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
            return checkFiles(request, out, err, terminal());
        case "migrate":
            return migrateFile(request, out, err, terminal());
        case "rules":
            out(ruleList(request.isJson, terminal().width));
            break;
        case "explain":
            out(wrappedPage(explanation(request.rule), terminal().width));
            break;
        case "completion":
            out(completion(request.shell));
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

function terminal(): Terminal {
    return { colours: coloursOf(process.env, process.stdout.isTTY), width: widthOf(process.stdout) };
}

/** The columns of a stream; Infinity where no terminal shows it. */
function widthOf({ isTTY, columns }: NodeJS.WriteStream): number {
    return isTTY ? columns : Infinity;
}
