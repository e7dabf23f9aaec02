/**
 * The ECS container agent on an Inferentia instance.
 *
 * Sources: aws/amazon-ecs-agent, README (environment variables); aws/amazon-ecs-ami (what the Inferentia AMIs set).
 */

/** The agent's configuration. Only appending is safe: the AMI and the user share it. */
export const agentConfigPath = "/etc/ecs/ecs.config";

/** Docker's configuration. The Inferentia and Neuron AMIs have none, and add Docker's runtime `neuron` otherwise. */
export const dockerConfigPath = "/etc/docker/daemon.json";

/**
 * Docker's configuration in Neuron's OCI hook, which makes the hook the runtime of every container. With it the agent
 * did not start on an Amazon Linux 2023 AMI (aws-neuron/aws-neuron-sdk, issue 911).
 */
export const neuronDockerConfigPath = "/opt/aws/neuron/share/docker-daemon.json";

export const agentSettings = {
    cluster: "ECS_CLUSTER",
    /** Attributes of the instance, in a JSON object. */
    instanceAttributes: "ECS_INSTANCE_ATTRIBUTES",
    /** Set by the Inferentia AMIs; without it no container gets the Docker runtime `neuron`. */
    infSupport: "ECS_ENABLE_INF_SUPPORT",
    /** Keeps tasks in `awsvpc` mode away from the instance metadata service, and so from the instance's role. */
    awsvpcBlockImds: "ECS_AWSVPC_BLOCK_IMDS",
    /** Drains a spot instance when EC2 announces that it takes it back. */
    spotInstanceDraining: "ECS_ENABLE_SPOT_INSTANCE_DRAINING",
    /** Keeps an instance out of the cluster while it is in a warm pool of its Auto Scaling group. */
    warmPoolsCheck: "ECS_WARM_POOLS_CHECK",
    imagePullBehavior: "ECS_IMAGE_PULL_BEHAVIOR",
    /** How long an image may be extracted without progress. */
    imagePullInactivityTimeout: "ECS_IMAGE_PULL_INACTIVITY_TIMEOUT",
    imagePullTimeout: "ECS_IMAGE_PULL_TIMEOUT",
} as const;

/** Hops that let a container in bridge mode reach the instance metadata service: the bridge is one of them. */
export const bridgeModeHopLimit = 2;

/** Host ports that the agent and the instance's own services hold (ECS API, PortMapping). */
export const reservedHostPorts: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680];
