import type { ServerWritableStream } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { start } from "./children";
import { sdkScript } from "./sdk-scripts";

type PluginCall = ServerWritableStream<messages.RunPluginRequest, messages.RunPluginResponse>;

/** Runs a policy pack or a provider, and streams what it prints until it ends. */
export function runPlugin(call: PluginCall): void {
    const request = call.request;
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const child = start(process.execPath, command(request, folder), {
        // A policy pack reads its name and version from the working directory.
        cwd: request.getKind() === "analyzer" ? folder : request.getPwd(),
        stdio: ["ignore", "pipe", "pipe"],
        env: Object.fromEntries(request.getEnvList().map(splitAssignment)),
    });
    child.stdout?.on("data", (chunk: Buffer) => call.write(printed((response) => response.setStdout(chunk))));
    child.stderr?.on("data", (chunk: Buffer) => call.write(printed((response) => response.setStderr(chunk))));
    child.once("error", (error) => call.destroy(error));
    child.once("close", (code) => {
        call.write(printed((response) => response.setExitcode(code ?? 1)));
        call.end();
    });
    call.once("cancelled", () => child.kill());
}

function command(request: messages.RunPluginRequest, folder: string): string[] {
    // The engine's address comes first for a policy pack, and the pack's folder after it.
    return request.getKind() === "analyzer"
        ? [sdkScript("run-policy-pack", folder), ...request.getArgsList(), folder]
        : [sdkScript("run-plugin", folder), folder, ...request.getArgsList()];
}

function splitAssignment(assignment: string): [string, string] {
    const at = assignment.indexOf("=", 1);
    return [assignment.slice(0, at), assignment.slice(at + 1)];
}

function printed(set: (response: messages.RunPluginResponse) => void): messages.RunPluginResponse {
    const response = new messages.RunPluginResponse();
    set(response);
    return response;
}
