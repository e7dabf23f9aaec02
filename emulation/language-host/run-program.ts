import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { startNode } from "./children";
import { sdkScript } from "./sdk-scripts";

/** The SDK's exit code of a program that has already told the person what is wrong. */
const bailExitCode = 32;

/** Runs a Pulumi program to its end, with the engine's addresses and the stack's configuration. */
export function runProgram(
    engineAddress: string,
    call: ServerUnaryCall<messages.RunRequest, messages.RunResponse>,
    answer: sendUnaryData<messages.RunResponse>,
): void {
    const request = call.request;
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const child = startNode(
        [sdkScript("run", folder), ...flags(engineAddress, request), entryPoint(request), ...request.getArgsList()],
        {
            cwd: request.getPwd(),
            stdio: ["ignore", "inherit", "inherit"],
            env: {
                ...process.env,
                PULUMI_NODEJS_TYPESCRIPT: String(
                    request.getInfo()?.getOptions()?.toJavaScript()["typescript"] !== false,
                ),
                PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
                PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
            },
        },
    );
    call.once("cancelled", () => child.kill());
    child.once("error", (error) => answer(error));
    child.once("close", (code, signal) => answer(null, outcome(code, signal)));
}

function flags(engineAddress: string, request: messages.RunRequest): string[] {
    return [
        ...["--monitor", request.getMonitorAddress()],
        ...["--engine", engineAddress],
        ...["--organization", request.getOrganization()],
        ...["--project", request.getProject()],
        ...["--stack", request.getStack()],
        ...["--pwd", request.getPwd()],
        ...["--parallel", String(request.getParallel())],
        ...(request.getDryrun() ? ["--dry-run"] : []),
    ];
}

function entryPoint(request: messages.RunRequest): string {
    return request.getInfo()?.getEntryPoint() || request.getProgram() || ".";
}

function outcome(code: number | null, signal: NodeJS.Signals | null): messages.RunResponse {
    const response = new messages.RunResponse();
    if (code === bailExitCode) {
        response.setBail(true);
    } else if (code !== 0) {
        response.setError(`the program ended with ${signal ?? `exit code ${code}`}`);
    }
    return response;
}
