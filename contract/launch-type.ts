/**
 * Where ECS runs tasks, as `requiresCompatibilities` of a task definition and `launchType` of a service spell it.
 *
 * Source: Amazon ECS API Reference, RegisterTaskDefinition and CreateService.
 */
export const LaunchType = {
    Ec2: "EC2",
    Fargate: "FARGATE",
    /** Machines outside AWS (ECS Anywhere). */
    External: "EXTERNAL",
    ManagedInstances: "MANAGED_INSTANCES",
} as const;
export type LaunchType = (typeof LaunchType)[keyof typeof LaunchType];

/** The capacity providers that ECS has for Fargate in each cluster (Amazon ECS Developer Guide, Fargate clusters). */
export const fargateCapacityProviders: readonly string[] = ["FARGATE", "FARGATE_SPOT"];
