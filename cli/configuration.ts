import { readConfiguration, rules, type Configuration } from "../checks";

/** A configuration that says something else than it seems to: every problem of it. */
export class ConfigurationError extends Error {
    constructor(readonly problems: readonly string[]) {
        super(problems.join("\n"));
    }
}

/**
 * What a configuration, as `pulumi preview --policy-pack-config` takes it, makes of the rules.
 *
 * @param only the rules that were asked for; all when there is none
 * @throws ConfigurationError
 */
export function configurationOf(data: unknown, only: readonly string[]): Configuration {
    const read = readConfiguration(data);
    if ("problems" in read) {
        throw new ConfigurationError(read.problems);
    }
    const { configuration } = read;
    const left = new Set(only.length === 0 ? [] : rules.map(({ name }) => name).filter((name) => !only.includes(name)));
    return { ...configuration, level: (rule) => (left.has(rule.name) ? "disabled" : configuration.level(rule)) };
}
