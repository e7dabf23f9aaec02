import { spawn, type SpawnOptions } from "node:child_process";

/** What a command printed, and how it ended; `code` is null where it was ended by a signal. */
export interface Outcome {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

export interface CommandOptions extends Pick<SpawnOptions, "cwd" | "env" | "signal"> {
    /** Interrupts the command, as Ctrl-C does; it then ends in its own time. */
    readonly interrupt?: AbortSignal;
    /** Called with each line of stdout and stderr as it comes. */
    readonly onLine?: (line: string) => void;
}

/** Runs a command to its end, without a shell and without input. Rejects only where it cannot be started. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
    const { onLine, interrupt, ...spawnOptions } = options;
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { ...spawnOptions, stdio: ["ignore", "pipe", "pipe"] });
        const stop = () => child.kill("SIGINT");
        interrupt?.addEventListener("abort", stop);
        const printed = { stdout: "", stderr: "" };
        for (const name of ["stdout", "stderr"] as const) {
            const emit = lines(onLine);
            child[name].setEncoding("utf8").on("data", (text: string) => {
                printed[name] += text;
                emit(text);
            });
            child[name].once("end", () => emit(undefined));
        }
        child.once("error", reject);
        child.once("close", (code) => {
            interrupt?.removeEventListener("abort", stop);
            resolve({ code, ...printed });
        });
    });
}

/** Cuts text that comes in pieces into lines; `undefined` ends it. */
function lines(onLine: ((line: string) => void) | undefined): (text: string | undefined) => void {
    let rest = "";
    return (text) => {
        const parts = (rest + (text ?? "")).split(/\r?\n/);
        rest = parts.pop() ?? "";
        if (text === undefined && rest !== "") {
            parts.push(rest);
        }
        for (const line of parts) {
            onLine?.(line);
        }
    };
}
