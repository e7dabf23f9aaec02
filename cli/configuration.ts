import type { RuleOptions } from "../checks/configuration/options";
import { readConfiguration } from "../checks/configuration/read-configuration";

/** What is checked, and how severe it is. */
export interface CheckOptions {
    /** The level of a rule; undefined when it is switched off, or was not asked for. */
    level(rule: {
        readonly name: string;
        readonly level: "mandatory" | "advisory";
    }): "mandatory" | "advisory" | undefined;
    options(rule: string): RuleOptions;
}

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
export function checkOptions(data: unknown, only: readonly string[]): CheckOptions {
    const read = readConfiguration(data);
    if ("problems" in read) {
        throw new ConfigurationError(read.problems);
    }
    const { configuration } = read;
    return {
        level: (rule) => {
            const level = configuration.level(rule);
            const selected = only.length === 0 || only.includes(rule.name);
            // What is to be remediated is mandatory where it is only looked at.
            return !selected || level === "disabled" ? undefined : level === "remediate" ? "mandatory" : level;
        },
        options: (rule) => configuration.options(rule),
    };
}
