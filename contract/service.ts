/**
 * A service of ECS on EC2: what ECS takes where a service says nothing, and its quotas.
 *
 * Sources: Amazon ECS API Reference, CreateService; Amazon ECS Developer Guide, "Amazon ECS service quotas" and "Define
 * which container instances Amazon ECS uses for tasks".
 */
export const serviceDefaults = {
    desiredCount: 1,
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    strategy: "ROLLING",
} as const;

/**
 * Minutes that a model may take from no instance on: an image of over 10 GB, and a compilation of 15 minutes and more
 * (AWS Neuron, vLLM user guide). The AWS provider waits for 20 otherwise (terraform-provider-aws,
 * internal/service/ecs/service.go).
 */
export const deployTimeoutMinutes = 60;

/** A container's health check, where it says nothing; seconds (Amazon ECS API Reference, HealthCheck). */
export const healthCheckDefaults = { interval: 30, timeout: 5, retries: 3 } as const;

/** Seconds in which a model loads, before health checks of the load balancer or the container count. */
export const healthCheckGraceSeconds = 900;

/**
 * Seconds that a vLLM server on Neuron takes to start, at the least (AWS Neuron, Quickstart: vLLM server in a Deep
 * Learning Container).
 */
export const leastServerStartSeconds = 300;

/** The most tasks of one service. */
export const maxTasksPerService = 5000;

/** The most placement constraints of a service, those of its task definition not counted. */
export const maxPlacementConstraints = 10;

/** The most placement strategies of a service. */
export const maxPlacementStrategies = 5;
