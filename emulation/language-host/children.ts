import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";

const running = new Set<ChildProcess>();

/** Starts a program; it ends with this process. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, options);
    running.add(child);
    child.once("close", () => running.delete(child));
    return child;
}

export function stopChildren(): void {
    for (const child of running) {
        child.kill("SIGTERM");
    }
}
