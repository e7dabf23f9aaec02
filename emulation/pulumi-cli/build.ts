import { copyFileSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run, type CommandOptions } from "../command";
import { executableOnPath } from "./on-path";

/** A program that is built from Go modules, which a `go.mod` and a `go.sum` pin. */
export interface GoProgram {
    /** What a person calls it. */
    readonly title: string;
    /** The folder with `go.mod` and `go.sum`. */
    readonly folder: string;
    /** The module that `go.mod` requires for it. */
    readonly module: string;
    /** Its package. */
    readonly command: string;
    /** The variable that holds the version it tells. */
    readonly versionVariable: string;
    /** What the build takes beside about half a minute of downloads, seen with two processors. */
    readonly processorMinutes: number;
}

/**
 * Builds a program as `bin/<its name>` below `target`.
 *
 * @throws without Go, or with what it said.
 */
export async function buildGoProgram(
    { title, folder, command, versionVariable, processorMinutes }: GoProgram,
    version: string,
    target: string,
    log: (line: string) => void,
): Promise<void> {
    refuseWithoutGo();
    const minutes = Math.max(1, Math.ceil(processorMinutes / availableParallelism() + 0.5));
    log(`Building ${title} v${version} with Go (once, about ${minutes} minute${minutes === 1 ? "" : "s"}) …`);
    const source = join(target, "source");
    mkdirSync(source);
    for (const file of ["go.mod", "go.sum"]) {
        copyFileSync(join(folder, file), join(source, file));
    }
    const total = (await go(["list", "-deps", command], { cwd: source })).stdout.trim().split("\n").length;
    log(`  its modules are here; compiling ${total} packages …`);
    await go(
        [
            "build",
            "-v",
            "-ldflags",
            `-s -w -X ${versionVariable}=v${version}`,
            "-o",
            `${join(target, "bin")}/`,
            command,
        ],
        {
            cwd: source,
            onLine: progress(total, log),
        },
    );
}

function refuseWithoutGo(): void {
    if (executableOnPath("go") === undefined) {
        throw new Error("there is no go on PATH");
    }
}

/**
 * How Go builds here, whatever options and workspaces the user's own Go has. Without the paths of the sources, one that
 * was built in one folder is not built again in another.
 */
export const goSettings = { GOFLAGS: "-mod=readonly -trimpath", GOWORK: "off", CGO_ENABLED: "0" };

/** Runs a command of Go. @throws without Go, or with the last lines that it said. */
export async function go(args: readonly string[], options: CommandOptions): ReturnType<typeof run> {
    refuseWithoutGo();
    const outcome = await run("go", args, { ...options, env: { ...process.env, ...goSettings } });
    if (outcome.code !== 0) {
        throw new Error(
            `go ${args[0]} ended with exit code ${outcome.code}: ` +
                outcome.stderr.trim().split("\n").slice(-12).join("\n"),
        );
    }
    return outcome;
}

/** Go names each package that it compiles, one a line; those that its own cache holds it leaves out. */
function progress(total: number, log: (line: string) => void): () => void {
    let compiled = 0;
    let said = 0;
    return () => {
        compiled++;
        const tenths = Math.floor((compiled * 10) / total);
        if (tenths > said) {
            said = tenths;
            log(`  ${compiled} of ${total} packages`);
        }
    };
}
