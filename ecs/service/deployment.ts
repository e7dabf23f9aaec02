import { serviceDefaults } from "../../contract";
import { known, UNKNOWN, whenKnown, type Known } from "../known";

/** How a service replaces its tasks; what is absent is ECS's default. */
export interface Deployment {
    /** Tasks. */
    readonly desiredCount?: Known<number> | undefined;
    /** Percent of the tasks that stay; ECS rounds the number of tasks up. */
    readonly minimumHealthyPercent?: Known<number> | undefined;
    /** Percent of the tasks that may be there at once; ECS rounds the number of tasks down. */
    readonly maximumPercent?: Known<number> | undefined;
    /** `ROLLING`; or `BLUE_GREEN`, `LINEAR` or `CANARY`, which run all new tasks beside the old ones. */
    readonly strategy?: Known<string> | undefined;
}

/** What a rolling deployment may begin with. With neither it never ends. */
export interface DeploymentSteps {
    /** It stops an old task. */
    readonly stopsFirst: boolean;
    /** It starts a new task beside the old ones. */
    readonly startsFirst: boolean;
}

/**
 * What a rolling deployment may begin with.
 *
 * Sources: Amazon ECS API Reference, DeploymentConfiguration; Amazon ECS Developer Guide, "Amazon ECS deployment
 * types". @throws Undecided
 */
export function deploymentSteps(deployment: Deployment): DeploymentSteps {
    const tasks = tasksOf(deployment);
    const minimum = known(deployment.minimumHealthyPercent, ["deploymentMinimumHealthyPercent"]);
    const maximum = known(deployment.maximumPercent, ["deploymentMaximumPercent"]);
    return {
        stopsFirst: Math.ceil((tasks * (minimum ?? serviceDefaults.minimumHealthyPercent)) / 100) < tasks,
        startsFirst: Math.floor((tasks * (maximum ?? serviceDefaults.maximumPercent)) / 100) > tasks,
    };
}

/**
 * The fewest instances with which a deployment ends where each task takes an instance of its own: one to spare, unless
 * a task is stopped first; twice the tasks where all new ones run beside the old ones. @throws Undecided
 */
export function instancesToDeploy(deployment: Deployment): number {
    const tasks = tasksOf(deployment);
    if (!isRolling(deployment)) {
        return tasks * 2;
    }
    return tasks + (deploymentSteps(deployment).stopsFirst ? 0 : 1);
}

/**
 * The most tasks, each on an instance of its own, with which a deployment ends on so many instances. @throws Undecided
 */
export function maxTasksToDeploy(instances: number, deployment: Deployment): number {
    let tasks = instances;
    while (tasks > 0 && instancesToDeploy({ ...deployment, desiredCount: tasks }) > instances) {
        tasks--;
    }
    return tasks;
}

/**
 * The fewest instances with which a deployment of any of several services ends where each of their tasks takes an
 * instance of its own. How it proceeds may not be known; the number of tasks is. @throws Undecided
 */
export function instancesToDeployEach(deployments: readonly Deployment[]): number {
    const tasks = deployments.reduce((sum, deployment) => sum + tasksOf(deployment), 0);
    const spare = deployments.map((deployment) => {
        const instances = whenKnown(() => instancesToDeploy(deployment));
        return instances === UNKNOWN ? 0 : instances - tasksOf(deployment);
    });
    return tasks + Math.max(0, ...spare);
}

/** Whether tasks are replaced one after the other. @throws Undecided */
export function isRolling({ strategy }: Deployment): boolean {
    return (known(strategy, ["deploymentConfiguration", "strategy"]) ?? serviceDefaults.strategy) === "ROLLING";
}

/** @throws Undecided */
function tasksOf({ desiredCount }: Deployment): number {
    return known(desiredCount, ["desiredCount"]) ?? serviceDefaults.desiredCount;
}
