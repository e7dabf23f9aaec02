/**
 * What ECS takes where a service on EC2 says nothing.
 *
 * Source: Amazon ECS API Reference, CreateService and DeploymentConfiguration.
 */
export const serviceDefaults = { desiredCount: 1, minimumHealthyPercent: 100, maximumPercent: 200 } as const;
