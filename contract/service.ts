/**
 * A service of ECS on EC2: what ECS takes where a service says nothing, its quotas, and how a deployment proceeds.
 *
 * Sources: Amazon ECS API Reference, CreateService and DeploymentConfiguration; Amazon ECS Developer Guide, "Amazon ECS
 * service quotas", "Amazon ECS deployment types" and "Define which container instances Amazon ECS uses for tasks".
 */
export const serviceDefaults = { desiredCount: 1, minimumHealthyPercent: 100, maximumPercent: 200 } as const;

/** The most tasks of one service. */
export const mostTasksPerService = 5000;

/** The most placement constraints of a service, those of its task definition not counted. */
export const mostPlacementConstraints = 10;

/** The most placement strategies of a service. */
export const mostPlacementStrategies = 5;

/** How a service replaces its tasks when it is deployed. */
export interface Deployment {
    /** Tasks. */
    readonly desiredCount: number;
    /** Percent of the tasks that stay; ECS rounds the number of tasks up. */
    readonly minimumHealthyPercent: number;
    /** Percent of the tasks that may be there at once; ECS rounds the number of tasks down. */
    readonly maximumPercent: number;
}

/** What a deployment may begin with. With neither it never ends. */
export interface DeploymentSteps {
    readonly stopsFirst: boolean;
    readonly startsFirst: boolean;
}

/** What a rolling deployment may begin with: it stops an old task, or starts a new one beside the old ones. */
export function deploymentSteps({ desiredCount, minimumHealthyPercent, maximumPercent }: Deployment): DeploymentSteps {
    return {
        stopsFirst: Math.ceil((desiredCount * minimumHealthyPercent) / 100) < desiredCount,
        startsFirst: Math.floor((desiredCount * maximumPercent) / 100) > desiredCount,
    };
}

/**
 * The fewest instances with which a deployment ends where each task takes an instance of its own: one to spare, unless
 * a task is stopped first. Where the deployment's strategy runs all new tasks beside the old ones (blue/green, linear,
 * canary), it is twice the tasks.
 */
export function instancesToDeploy(deployment: Deployment, besideTheOld = false): number {
    const { desiredCount } = deployment;
    if (besideTheOld) {
        return desiredCount * 2;
    }
    return desiredCount + (deploymentSteps(deployment).stopsFirst ? 0 : 1);
}
