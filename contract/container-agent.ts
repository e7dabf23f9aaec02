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
    /** Keeps tasks in `awsvpc` mode away from the instance metadata service, and so from the instance's role. */
    awsvpcBlockImds: "ECS_AWSVPC_BLOCK_IMDS",
    /** Drains a spot instance when EC2 announces that it takes it back. */
    spotInstanceDraining: "ECS_ENABLE_SPOT_INSTANCE_DRAINING",
} as const;

/** Hops that let a container in bridge mode reach the instance metadata service: the bridge is one of them. */
export const bridgeModeHopLimit = 2;

/** Host ports that the agent and the instance's own services hold (ECS API, PortMapping). */
export const reservedHostPorts: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680];
