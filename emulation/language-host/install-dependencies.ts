import { spawn } from "node:child_process";
import { status, type ServerWritableStream } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/language_pb";

type InstallCall = ServerWritableStream<messages.InstallDependenciesRequest, messages.InstallDependenciesResponse>;

/** Installs what the `package.json` of a program or a plugin names, as the bundled language host does with npm. */
export function installDependencies(call: InstallCall): void {
    const folder = call.request.getInfo()?.getProgramDirectory() || call.request.getDirectory();
    const child = spawn("npm", ["install", "--loglevel=error"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => call.write(printed((response) => response.setStdout(chunk))));
    child.stderr.on("data", (chunk: Buffer) => call.write(printed((response) => response.setStderr(chunk))));
    child.once("error", ({ message }) => fail(call, `npm cannot be started: ${message}`));
    child.once("close", (code, signal) =>
        code === 0 ? call.end() : fail(call, `npm install in ${folder} ended with ${signal ?? `exit code ${code}`}`),
    );
    call.once("cancelled", () => child.kill());
}

function printed(set: (response: messages.InstallDependenciesResponse) => void): messages.InstallDependenciesResponse {
    const response = new messages.InstallDependenciesResponse();
    set(response);
    return response;
}

function fail(call: InstallCall, details: string): void {
    call.emit("error", { code: status.UNKNOWN, details });
}
