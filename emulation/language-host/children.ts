import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";

const running = new Set<ChildProcess>();

/** Starts Node on one of the SDK's scripts; the process ends with this one. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(process.execPath, args, options);
    running.add(child);
    child.once("close", () => running.delete(child));
    return child;
}

export function stopChildren(): void {
    for (const child of running) {
        child.kill("SIGTERM");
    }
}
