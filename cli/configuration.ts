import { Scope } from "../policy-pack/judge";
import { rules } from "../policy-pack/rules";
import type { CheckOptions } from "./check";
import { field, isFields, type Fields } from "./document";
import { suggestion } from "./suggestion";

const levels = ["advisory", "mandatory", "remediate", "disabled"] as const;
type Level = (typeof levels)[number];
/** A key of CrossGuard's own, which sets the level of all rules that have none of their own. */
const allRules = "all";
/** Policies of the pack that are not rules of the command. */
const packOnly = ["task-definition-shape", "neuron-unknown-at-preview"];

/** A configuration that says something else than it seems to: every problem of it. */
export class ConfigurationError extends Error {
    constructor(readonly problems: readonly string[]) {
        super(problems.join("\n"));
    }
}

/**
 * Reads a configuration as `pulumi preview --policy-pack-config` takes it: for each rule a level, or an object with
 * `enforcementLevel` and the rule's options. @throws ConfigurationError
 */
export function readConfiguration(data: unknown, only: readonly string[] = []): CheckOptions {
    const problems = isFields(data) ? Object.entries(data).flatMap(([name, value]) => problemsOf(name, value)) : ["it must be an object with the names of rules as keys"];
    if (problems.length > 0) {
        throw new ConfigurationError(problems);
    }
    const config = data as Fields;
    const levelOf = (name: string): Level | undefined => {
        const own = config[name];
        return (typeof own === "string" ? own : field(own, "enforcementLevel")) as Level | undefined;
    };
    return {
        level: ({ name, level }) => {
            const set = levelOf(name) ?? levelOf(allRules) ?? level;
            const selected = only.length === 0 || only.includes(name);
            return !selected || set === "disabled" ? undefined : set === "advisory" ? "advisory" : "mandatory";
        },
        scope: (name) => (field(config[name], "scope") as Scope | undefined) ?? Scope.Auto,
    };
}

function problemsOf(name: string, value: unknown): readonly string[] {
    const known = [allRules, ...rules.map((rule) => rule.name), ...packOnly];
    if (!known.includes(name)) {
        return [`there is no rule ${JSON.stringify(name)}${suggestion(name, known)}`];
    }
    if (typeof value === "string") {
        return oneOf(`${name}`, value, levels);
    }
    if (!isFields(value)) {
        return [`${name} must be one of ${levels.join(", ")}, or an object with enforcementLevel and options`];
    }
    const keys = ["enforcementLevel", "scope"];
    return Object.entries(value).flatMap(([key, option]) => {
        if (!keys.includes(key)) {
            return [`${name} has no option ${JSON.stringify(key)}${suggestion(key, keys)}`];
        }
        return oneOf(`${name}.${key}`, option, key === "scope" ? Object.values(Scope) : levels);
    });
}

function oneOf(path: string, value: unknown, allowed: readonly string[]): readonly string[] {
    return allowed.includes(value as string) ? [] : [`${path} must be one of ${allowed.join(", ")}`];
}
