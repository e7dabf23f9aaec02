import { agentSettings } from "../../contract/container-agent";
import { parsedJson } from "../json";
import { holds, UNKNOWN, type Known } from "../known";

/** What user data tells the container agent of the instance. */
export interface AgentSettings {
    /** The name of the cluster that it joins; undefined where user data names none. */
    readonly cluster: Known<string> | undefined;
    /** Whether its support for Inferentia is turned off. */
    readonly isInfSupportOff: Known<boolean>;
    /** The attributes that it gives the instance, by their names. */
    readonly attributes: Known<ReadonlyMap<string, Known<string>>>;
}

/**
 * The agent's settings in user data, wherever they stand in it: of several the last counts. What the shell puts
 * together is not known. Sources: amazon-ecs-agent, README, `ECS_CLUSTER` and `ECS_INSTANCE_ATTRIBUTES`;
 * Bottlerocket, settings reference, `settings.ecs`.
 */
export function readAgentSettings(userData: string): AgentSettings {
    const lines = userData.split("\n").filter((line) => !/\b(?:grep|sed|awk)\b/.test(line));
    // Without comments.
    const text = lines.map((line) => line.replace(/(?:^|[ \t;"'])#.*/, "")).join("\n");
    const last = (pattern: RegExp) => [...text.matchAll(pattern)].at(-1)?.[1];
    const setting = (name: string, value = String.raw`[^\s"'\\;>|&]+`, flags = "g") =>
        last(new RegExp(String.raw`\b${name}[ \t]*=[ \t]*["'\\]*(${value})`, flags));
    const cluster = last(/\[settings\.ecs\][^[]*?^\s*cluster\s*=\s*["']([^"']+)/gm) ?? setting(agentSettings.cluster);
    const object = setting(agentSettings.instanceAttributes, String.raw`\{(?:\$\{[^}]{0,99}\}|[^}]){0,4000}\}|\S+`);
    const ofBottlerocket = last(/\[settings\.ecs\.instance-attributes\]([^[]*)/g);
    const infSupport = written(setting(agentSettings.infSupport, undefined, "gi"));
    return {
        cluster: written(cluster),
        isInfSupportOff: holds(infSupport, (one) => /^(?:false|f|0)$/i.test(one)),
        attributes: attributesIn(object?.replace(/\\+"/g, '"') ?? "{}", ofBottlerocket ?? ""),
    };
}

/** The attributes in the agent's JSON object, and in a section of Bottlerocket's settings. */
function attributesIn(object: string, section: string): AgentSettings["attributes"] {
    const given = parsedJson(object);
    if (typeof given !== "object" || given === null) {
        return UNKNOWN;
    }
    const own = section.matchAll(/^\s*"?([\w./\\-]+)"?\s*=\s*["']([^"']*)/gm);
    const pairs = [...Object.entries(given), ...Array.from(own, ([, name = "", value]) => [name, value] as const)];
    return new Map(pairs.map(([name, value]) => [name, typeof value === "string" ? written(value) : UNKNOWN]));
}

/** A value that stands there as it is; one with a variable or a command is not known. */
function written<T extends string | undefined>(value: T): Known<T> {
    return value !== undefined && /[$`%]|\{\{/.test(value) ? UNKNOWN : value;
}
