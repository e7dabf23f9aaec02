import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cached } from "../cache";
import { buildGoProgram, type GoProgram } from "./build";
import { pinnedVersion } from "./versions";

const program: GoProgram = {
    title: "the language host of Pulumi YAML",
    folder: join(__dirname, "yaml-language-host"),
    module: "github.com/pulumi/pulumi-yaml",
    command: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
    processorMinutes: 2,
};

/** A language host that the engine does not bring itself. */
export interface LanguageHost {
    readonly version: string;
    readonly path: string;
}

/**
 * The language host of Pulumi YAML, built where the CLI brings none (`undefined` where it does, as the official
 * installation). Only what runs a YAML program needs it.
 *
 * @param cli The path of the Pulumi CLI.
 * @param log Told in lines what takes long.
 * @throws where it cannot be built, with what to install.
 */
export async function yamlLanguageHost(cli: string, log: (line: string) => void): Promise<LanguageHost | undefined> {
    if (existsSync(join(dirname(cli), "pulumi-language-yaml"))) {
        return undefined;
    }
    const version = pinnedVersion(program.folder, program.module);
    try {
        const folder = await cached(
            `pulumi-language-yaml-${version}-${process.platform}-${process.arch}`,
            async (unfinished) => {
                await buildGoProgram(program, version, unfinished, log);
                rmSync(join(unfinished, "source"), { recursive: true });
            },
        );
        return { version, path: join(folder, "bin", "pulumi-language-yaml") };
    } catch (cause) {
        throw new Error(
            `No language host for Pulumi YAML: it could not be built with Go (${(cause as Error).message}). Install ` +
                "the official Pulumi CLI, which brings one (https://www.pulumi.com/docs/install/), or Go 1.21 or newer, " +
                "and run this again.",
            { cause },
        );
    }
}
