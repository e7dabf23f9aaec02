import { status, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { start } from "./children";
import { goProgram } from "./go-program";
import { nodeProgram } from "./node-program";
import type { Command, Language, Request } from "./program";
import { pythonProgram } from "./python-program";

/** The exit code of a program that has already told the person what is wrong. */
const bailExitCode = 32;

const commands: Readonly<Record<Language, (request: Request) => Command>> = {
    nodejs: nodeProgram,
    python: pythonProgram,
    go: goProgram,
};

/** Runs a Pulumi program to its end, with the engine's addresses and the stack's configuration. */
export function runProgram(
    language: Language,
    engineAddress: string,
    call: ServerUnaryCall<messages.RunRequest, messages.RunResponse>,
    answer: sendUnaryData<messages.RunResponse>,
): void {
    const run = call.request;
    const folder = run.getInfo()?.getProgramDirectory() ?? run.getPwd();
    let child;
    try {
        const { command, args, env } = commands[language]({ run, engineAddress, folder });
        child = start(command, args, {
            cwd: run.getPwd(),
            stdio: ["ignore", "inherit", "inherit"],
            env: { ...process.env, ...env },
        });
    } catch (error) {
        answer({ code: status.UNKNOWN, details: (error as Error).message });
        return;
    }
    call.once("cancelled", () => child.kill());
    child.once("error", (error) => answer(error));
    child.once("close", (code, signal) => answer(null, outcome(code, signal)));
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
