import type { PolicyConfigSchema } from "@pulumi/policy";
import type { Level, RuleOptions } from "../checks/configuration/options";
import { policyOptions } from "../checks/configuration/policies";
import { defaultConfiguration, readConfiguration } from "../checks/configuration/read-configuration";
import { schemasOf } from "../checks/configuration/schema";

let configuration = defaultConfiguration;

/** Takes the whole configuration over; answers with everything in it that is wrong. */
export function configure(data: unknown): readonly string[] {
    const result = readConfiguration(data);
    if ("problems" in result) {
        return result.problems;
    }
    configuration = result.configuration;
    return [];
}

export function optionsOf(rule: string): RuleOptions {
    return configuration.options(rule);
}

export function levelOf(rule: { readonly name: string; readonly level: Level }): Level {
    return configuration.level(rule);
}

/** The options of a policy, as the engine and Pulumi Cloud check them. */
export function configSchemaOf(policy: string): PolicyConfigSchema {
    return { properties: schemasOf(policyOptions.get(policy) ?? []) } as PolicyConfigSchema;
}
