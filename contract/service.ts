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

/** The most tasks of one service. */
export const mostTasksPerService = 5000;

/** The most placement constraints of a service, those of its task definition not counted. */
export const mostPlacementConstraints = 10;

/** The most placement strategies of a service. */
export const mostPlacementStrategies = 5;
