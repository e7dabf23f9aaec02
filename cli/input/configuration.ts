import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readConfiguration, rules, type Configuration } from "../../checks";
import { UnreadableFile } from "./document";
import { configurationFile } from "./configuration-name";
import { readData } from "./read-file";
import { UsageError } from "../usage-error";

/**
 * The configuration of a folder, or of the nearest folder above it, up to that of the repository; undefined where there
 * is none.
 */
export function nearestConfiguration(folder: string): string | undefined {
    const file = join(folder, configurationFile);
    const above = dirname(folder);
    if (existsSync(file)) {
        return relative("", file);
    }
    return above === folder || existsSync(join(folder, ".git")) ? undefined : nearestConfiguration(above);
}

/**
 * What a configuration file, as `pulumi preview --policy-pack-config` takes it, makes of the rules.
 *
 * @param file undefined where none was given
 * @param only the rules that were asked for; all when there is none
 * @throws UsageError with every problem of it
 */
export function readConfigurationFile(file: string | undefined, only: readonly string[]): Configuration {
    const read = readConfiguration(file === undefined ? {} : dataOf(file));
    if ("problems" in read) {
        throw new UsageError(
            `the configuration ${file ?? ""} is wrong:\n${read.problems.map((problem) => `  - ${problem}`).join("\n")}`,
        );
    }
    const { configuration } = read;
    const left = new Set(only.length === 0 ? [] : rules.map(({ name }) => name).filter((name) => !only.includes(name)));
    return {
        ...configuration,
        level: (rule) => (left.has(rule.name) ? "disabled" : configuration.level(rule)),
        // A run with some of the rules does not tell what the suppressions match.
        suppressions: only.length === 0 ? configuration.suppressions : [],
    };
}

function dataOf(file: string): unknown {
    try {
        return readData(file);
    } catch (error) {
        if (error instanceof UnreadableFile) {
            const line = error.line === undefined ? "" : `:${error.line}`;
            throw new UsageError(`the configuration ${file}${line} cannot be read: ${error.reason}`);
        }
        throw error;
    }
}
