import { configuration, type Command, type Request } from "./program";
import { sdkScript } from "./sdk-scripts";

/** Runs a program by the SDK that its folder installed. */
export function nodeProgram(request: Request): Command {
    const { run, folder } = request;
    const entryPoint = run.getInfo()?.getEntryPoint() || run.getProgram() || ".";
    const isTyped = run.getInfo()?.getOptions()?.toJavaScript()["typescript"] !== false;
    return {
        command: process.execPath,
        args: [sdkScript("run", folder), ...flags(request), entryPoint, ...run.getArgsList()],
        env: { ...configuration(request), PULUMI_NODEJS_TYPESCRIPT: String(isTyped) },
    };
}

function flags({ run, engineAddress }: Request): string[] {
    return [
        ...["--monitor", run.getMonitorAddress()],
        ...["--engine", engineAddress],
        ...["--organization", run.getOrganization()],
        ...["--project", run.getProject()],
        ...["--stack", run.getStack()],
        ...["--pwd", run.getPwd()],
        ...["--parallel", String(run.getParallel())],
        ...(run.getDryrun() ? ["--dry-run"] : []),
    ];
}
