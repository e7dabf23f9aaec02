import { UNKNOWN, type Known } from "../known";

/** What user data tells the container agent of the instance. */
export interface AgentSettings {
    /** The name of the cluster that it joins; undefined where user data names none. */
    readonly cluster: Known<string> | undefined;
    /** The attributes that it gives the instance, by their names. */
    readonly attributes: Known<ReadonlyMap<string, Known<string>>>;
}

/**
 * The agent's settings in user data, wherever they stand in it: of several the last counts. What the shell puts
 * together is not known. Sources: amazon-ecs-agent, README, `ECS_CLUSTER` and `ECS_INSTANCE_ATTRIBUTES`;
 * Bottlerocket, settings reference, `settings.ecs`.
 */
export function agentSettings(userData: string): AgentSettings {
    const script = userData
        .split("\n")
        .filter((line) => !/^\s*#(?!!)/.test(line))
        .join("\n");
    return { cluster: clusterIn(script), attributes: attributesIn(script) };
}

function clusterIn(script: string): Known<string> | undefined {
    const named = [
        ...script.matchAll(/\bECS_CLUSTER[ \t]*=[ \t]*["'\\]*([^\s"'\\;>|&]+)/g),
        ...script.matchAll(/^\[settings\.ecs\][^[]*?^\s*cluster\s*=\s*["']([^"']+)/gm),
    ].at(-1)?.[1];
    return named === undefined ? undefined : isWritten(named) ? named : UNKNOWN;
}

function attributesIn(script: string): Known<ReadonlyMap<string, Known<string>>> {
    const found = new Map<string, Known<string>>();
    const setting = [
        ...script.matchAll(/\bECS_INSTANCE_ATTRIBUTES[ \t]*=[ \t]*["'\\]*(\{(?:\$\{[^}]{0,99}\}|[^}]){0,4000}\}|\S+)/g),
    ].at(-1)?.[1];
    const object = setting === undefined ? {} : parsed(setting.replace(/\\+"/g, '"'));
    if (object === undefined) {
        return UNKNOWN;
    }
    const [, section = ""] = /^\[settings\.ecs\.instance-attributes\]([^[]*)/m.exec(script) ?? [];
    const pairs = [
        ...Object.entries(object),
        ...Array.from(section.matchAll(/^\s*"?([\w.-]+)"?\s*=\s*["']([^"']*)/gm), ([, name, value]) => [name, value]),
    ];
    for (const [name, value] of pairs) {
        found.set(String(name), typeof value === "string" && isWritten(value) ? value : UNKNOWN);
    }
    return found;
}

function parsed(text: string): object | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : undefined;
    } catch {
        return undefined;
    }
}

/** Whether a value stands there as it is: no variable, and no command. */
function isWritten(value: string): boolean {
    return !/[$`%]|\{\{/.test(value);
}
