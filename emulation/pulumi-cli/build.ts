import { copyFileSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run, type CommandOptions } from "../command";
import { executableOnPath } from "./on-path";

const cliPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** What the build takes beside about half a minute of downloads, seen with two processors. */
const processorMinutes = 6;

/**
 * Builds the CLI from Go modules, which `go.mod` and `go.sum` pin, as `bin/pulumi` below `target`.
 *
 * @param folder The one with `go.mod` and `go.sum`.
 * @throws without Go, or with what it said.
 */
export async function buildCli(
    folder: string,
    version: string,
    target: string,
    log: (line: string) => void,
): Promise<void> {
    if (executableOnPath("go") === undefined) {
        throw new Error("there is no go on PATH");
    }
    const minutes = Math.max(1, Math.ceil(processorMinutes / availableParallelism() + 0.5));
    log(`Building the Pulumi CLI v${version} with Go (once, about ${minutes} minute${minutes === 1 ? "" : "s"}) …`);
    const source = join(target, "source");
    mkdirSync(source);
    for (const file of ["go.mod", "go.sum"]) {
        copyFileSync(join(folder, file), join(source, file));
    }
    const total = (await go(["list", "-deps", cliPackage], { cwd: source })).stdout.trim().split("\n").length;
    log(`  its modules are here; compiling ${total} packages …`);
    await go(
        [
            "build",
            "-v",
            "-trimpath",
            "-ldflags",
            `-s -w -X ${versionVariable}=v${version}`,
            "-o",
            join(target, "bin", "pulumi"),
            cliPackage,
        ],
        {
            cwd: source,
            onLine: progress(total, log),
        },
    );
}

async function go(args: readonly string[], options: CommandOptions): ReturnType<typeof run> {
    // Options and workspaces of the user's own Go work would change what is built.
    const env = { ...process.env, GOFLAGS: "-mod=readonly", GOWORK: "off", CGO_ENABLED: "0" };
    const outcome = await run("go", args, { ...options, env });
    if (outcome.code !== 0) {
        throw new Error(
            `go ${args[0]} ended with exit code ${outcome.code}: ` +
                outcome.stderr.trim().split("\n").slice(-5).join("\n"),
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
