import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cached, cacheFolder } from "../cache";
import { buildGoProgram, type GoProgram } from "./build";
import { downloadCli } from "./download";
import { findCli } from "./find";
import { cliOnPath } from "./on-path";
import { oldestVersion, pinnedVersion } from "./versions";

/** What is built where no CLI is found. */
const cliProgram: GoProgram = {
    title: "the Pulumi CLI",
    folder: __dirname,
    module: "github.com/pulumi/pulumi/pkg/v3",
    command: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
    processorMinutes: 6,
};

/**
 * The path of a Pulumi CLI that is recent enough, which is found, fetched or built.
 *
 * @param log Told in lines what takes long.
 * @throws where there is none to be had, with what to install.
 */
export async function pulumiCli(log: (line: string) => void): Promise<string> {
    const version = pinnedVersion(cliProgram.folder, cliProgram.module);
    const name = `pulumi-${version}-${process.platform}-${process.arch}`;
    const executable = (parent: string) => join(parent, "bin", "pulumi");
    const obtained = async (obtain: (target: string) => Promise<void>) => {
        const parent = await cached(name, async (unfinished) => {
            await obtain(unfinished);
            keepOnlyPrograms(unfinished);
        });
        return executable(parent);
    };
    return findCli(
        {
            onPath: () => cliOnPath(oldestVersion),
            cached: () => [executable(join(cacheFolder(), name))].find(existsSync),
            download: () => obtained((target) => downloadCli(__dirname, version, target, log)),
            build: () => obtained((target) => buildGoProgram(cliProgram, version, target, log)),
        },
        oldestVersion,
        log,
    );
}

/** What the installation and the build leave beside `bin`. */
function keepOnlyPrograms(folder: string): void {
    for (const leftover of ["source", "home", ".pulumi"]) {
        rmSync(join(folder, leftover), { recursive: true, force: true });
    }
}

/** Whether the CLI brings Pulumi's own language host for Node, as the official installation does. */
export function hasNodeLanguageHost(cli: string): boolean {
    return existsSync(join(dirname(cli), "pulumi-language-nodejs"));
}
