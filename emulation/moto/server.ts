import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { lastRuntime1AmiParameter } from "../../contract/ami";

export interface MotoServer {
    /** Where it answers, such as `http://127.0.0.1:38017`. */
    readonly endpoint: string;
    /** Lets it outlive this process: it stops when the session's folder is removed. */
    keep(): Promise<void>;
    /** Stops it, and removes the session's folder. */
    stop(): Promise<void>;
}

/** What moto itself reads; nothing of this process's environment reaches it but where programs are found. */
function environment(): NodeJS.ProcessEnv {
    return {
        PATH: process.env["PATH"],
        // Without it no policy of AWS's own, such as the one of ECS task execution, can be attached to a role.
        MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
        // A certificate is issued as soon as it is requested.
        MOTO_ACM_VALIDATION_WAIT: "0",
        // Turns off an assertion in moto that refuses the second version of a launch template with user data.
        PYTHONOPTIMIZE: "1",
        PYTHONDONTWRITEBYTECODE: "1",
    };
}

/**
 * Starts the emulator and waits until it listens. It ends with this process, however this one ends.
 *
 * @param python Of the virtual environment that has moto.
 * @param script `serve.py`.
 * @param folder The session's folder; the server's log is written there.
 * @throws when it does not start, with what it said.
 */
export async function startMoto(python: string, script: string, folder: string): Promise<MotoServer> {
    const log = join(folder, "moto.log");
    const logFile = openSync(log, "a");
    // In a process group of its own, so that it is not stopped by a signal to the terminal's before its users are done.
    const server = spawn(python, [script, folder, lastRuntime1AmiParameter], {
        env: environment(),
        stdio: ["pipe", "pipe", logFile],
        detached: true,
    }) as ChildProcessByStdio<Writable, Readable, null>;
    closeSync(logFile);
    const port = await firstLine(server);
    if (port === undefined) {
        throw new Error(`moto, the AWS emulator, did not start:\n${readFileSync(log, "utf8").trim()}`);
    }
    return {
        endpoint: `http://127.0.0.1:${port}`,
        keep: () =>
            new Promise((resolve) => {
                server.stdin.end("keep\n", () => {
                    server.stdout.destroy();
                    server.unref();
                    resolve();
                });
            }),
        stop: async () => {
            server.stdin.end();
            if (server.exitCode === null && server.signalCode === null) {
                await once(server, "exit");
            }
        },
    };
}

/** What it printed first; `undefined` where it ended without a word. Rejects where it cannot be started. */
function firstLine(server: ChildProcessByStdio<Writable, Readable, null>): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        createInterface({ input: server.stdout })
            .once("line", resolve)
            .once("close", () => resolve(undefined));
    });
}
