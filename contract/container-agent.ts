/**
 * The ECS container agent on an Inferentia instance.
 *
 * Sources: aws/amazon-ecs-agent, README (environment variables); aws/amazon-ecs-ami (what the Inferentia AMIs set).
 */

/** The agent's configuration. Only appending is safe: the AMI and the user share it. */
export const agentConfigPath = "/etc/ecs/ecs.config";

export const agentSettings = {
    cluster: "ECS_CLUSTER",
    /** Set by the Inferentia AMIs; without it no container gets the Docker runtime `neuron`. */
    infSupport: "ECS_ENABLE_INF_SUPPORT",
} as const;

/** Hops that let a container in bridge mode reach the instance metadata service: the bridge is one of them. */
export const bridgeModeHopLimit = 2;

/** Host ports that the agent and the instance's own services hold (ECS API, PortMapping). */
export const reservedHostPorts: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680];

const configFile = String.raw`["']?${agentConfigPath.replaceAll(".", String.raw`\.`)}["']?(?![\w.-])`;
const overwrites = [
    new RegExp(String.raw`(?<![>&])(?:\d|&)?>\|?[ \t]*${configFile}`),
    new RegExp(String.raw`\btee[ \t]+(?!(?:-\w*a|--append))(?:-\S+[ \t]+)*${configFile}`),
    new RegExp(String.raw`\b(?:cp|mv|install|ln)[ \t][^\n;&|]*[ \t]${configFile}`),
    new RegExp(String.raw`\b(?:rm|truncate)[ \t][^\n;&|]*${configFile}`),
];

/** Shell lines are shorter; the patterns take time that grows with the square of a line's length. */
const mostCharacters = 2000;

/** Whether a shell script replaces the agent's configuration instead of appending to it. */
export function overwritesAgentConfig(script: string): boolean {
    const lines = script.split("\n").filter((line) => line.includes(agentConfigPath));
    return lines.some((line) => overwrites.some((pattern) => pattern.test(aroundPath(line))));
}

function aroundPath(line: string): string {
    const at = line.indexOf(agentConfigPath);
    return line.slice(Math.max(0, at - mostCharacters), at + mostCharacters);
}

const infSupportOff = new RegExp(String.raw`\b${agentSettings.infSupport}[ \t]*=[ \t]*["']?(?:false|f|0)\b`, "i");

/** Whether a shell script turns the agent's Inferentia support off. */
export function turnsInferentiaSupportOff(script: string): boolean {
    return infSupportOff.test(script);
}
