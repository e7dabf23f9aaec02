import { defaultOptions, type Level, type OptionName, type RuleOptions, type Suppression } from "./options";
import { packPolicies, policyOptions } from "./policies";
import { allPolicies, environmentsKey, levelSchema, schemasOf, type Schema } from "./schema";
import { suggestion } from "../../ecs/nearest-name";
import { Suppressions, type ConfiguredSuppression } from "./suppressions";
import { schemaProblems } from "./validate";

/** What a configuration says of each policy. */
export interface Configuration {
    /** The level of a policy: its own, that of all, or the one that it has by itself. */
    level(policy: { readonly name: string; readonly level: Level }): Level;
    options(policy: string): RuleOptions;
    /** What switches a rule off for a resource, if anything does. */
    suppression(rule: string, resource: string): Suppression | undefined;
    /** Every suppression of a rule that is not switched off. */
    readonly suppressions: readonly ConfiguredSuppression[];
}

const levelKey = "enforcementLevel";

/**
 * Reads a configuration as `pulumi preview --policy-pack-config` takes it: for each policy a level, or an object with
 * `enforcementLevel` and options. `all` sets the level of every policy, `ecs-inferentia` the options of every rule that
 * has them; a rule's own go before, and its suppressions hold besides. Everything that it does not know is a problem.
 */
export function readConfiguration(
    data: unknown,
): { readonly configuration: Configuration } | { readonly problems: readonly string[] } {
    if (!isObject(data)) {
        return { problems: ["the configuration must be an object with the names of rules as keys"] };
    }
    const problems = Object.entries(data).flatMap(([policy, value]) => policyProblems(policy, value));
    return problems.length > 0 ? { problems } : { configuration: configurationOf(data) };
}

/** The schema of a policy's value that is an object: its level and its options. */
export function policySchema(options: readonly OptionName[]): Schema {
    return {
        type: "object",
        properties: { [levelKey]: levelSchema, ...schemasOf(options) },
        additionalProperties: false,
    };
}

/** That of an empty file. */
export const defaultConfiguration: Configuration = {
    level: ({ level }) => level,
    options: () => defaultOptions,
    suppression: () => undefined,
    suppressions: [],
};

/** The options of what has a level: all policies together have none. */
const optionsByKey: ReadonlyMap<string, readonly OptionName[]> = new Map([[allPolicies, []], ...policyOptions]);

function policyProblems(policy: string, value: unknown): readonly string[] {
    if (policy === environmentsKey) {
        return schemaProblems({ type: "array", items: { type: "string" } }, value, policy);
    }
    const options = optionsByKey.get(policy);
    if (options === undefined) {
        return [`there is no rule ${JSON.stringify(policy)}${suggestion(policy, [...optionsByKey.keys()])}`];
    }
    if (typeof value === "string") {
        return schemaProblems(levelSchema, value, policy);
    }
    return isObject(value)
        ? schemaProblems(policySchema(options), value, policy)
        : [`${policy} must be a level, or an object with ${levelKey} and options`];
}

function configurationOf(data: Readonly<Record<string, unknown>>): Configuration {
    const entry = (policy: string): Readonly<Record<string, unknown>> => {
        const value = Object.hasOwn(data, policy) ? data[policy] : {};
        return isObject(value) ? value : { [levelKey]: value };
    };
    const levelOfAll = entry(allPolicies)[levelKey] as Level | undefined;
    const ofAll = entry(packPolicies.options);
    const policies = new Map(
        [...policyOptions].map(([name, has]) => {
            const own = entry(name);
            const given = optionsIn({ ...ofAll, ...own }, has);
            // A rule's own suppressions go on a list, and take nothing off it.
            const shared = has.includes("suppressions") ? suppressionsIn(ofAll) : [];
            const options = { ...given, suppressions: [...suppressionsIn(own), ...shared] };
            const level = (own[levelKey] as Level | undefined) ?? levelOfAll;
            return [name, { level, options, suppressions: new Suppressions(options.suppressions) }];
        }),
    );
    const suppressions = [...policies]
        .filter(([, { level }]) => level !== "disabled")
        .flatMap(([policy]) => suppressionsIn(entry(policy)).map((one) => ({ policy, ...one })));
    return {
        suppressions,
        level: ({ name, level }) => policies.get(name)?.level ?? level,
        options: (policy) => policies.get(policy)?.options ?? defaultOptions,
        suppression: (rule, resource) => policies.get(rule)?.suppressions.of(resource),
    };
}

function optionsIn(given: Readonly<Record<string, unknown>>, has: readonly OptionName[]): RuleOptions {
    const own = has.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]);
    return { ...defaultOptions, ...(Object.fromEntries(own) as Partial<RuleOptions>) };
}

function suppressionsIn({ suppressions = [] }: Readonly<Record<string, unknown>>): readonly Suppression[] {
    return suppressions as readonly Suppression[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
