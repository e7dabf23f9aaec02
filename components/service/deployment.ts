import { healthCheckGraceSeconds, serviceDefaults } from "../../contract";
import { UNKNOWN, whenKnown } from "../../ecs/known";
import { deploymentSteps, instancesToDeploy, isRolling } from "../../ecs/service/deployment";
import { uselessGracePeriod } from "../../ecs/service/health-checks";
import type { Problems } from "../validation/problems";
import type { ServiceArguments, ServiceOnPool } from "./service-on-pool";

/**
 * Adds why a deployment could not end. As `distinctInstance` gives each task an instance of its own, the pool needs an
 * instance to spare, unless a task may be stopped first. A warning would leave a deployment that never ends.
 */
export function checkInstancesToDeploy(service: ServiceOnPool, problems: Problems): void {
    const { deployment, desiredCount, pool } = service;
    const { minimumHealthyPercent, maximumPercent } = serviceDefaults;
    if (cannotBegin(service)) {
        problems.add(
            "deploymentMaximumPercent",
            `is ${String(deployment.maximumPercent ?? maximumPercent)}, and deploymentMinimumHealthyPercent is ` +
                `${String(deployment.minimumHealthyPercent ?? minimumHealthyPercent)}, so that no deployment could ` +
                "stop or start a task; raise this or lower that",
        );
        return;
    }
    if (desiredCount === UNKNOWN || desiredCount === 0 || pool.maxSize === UNKNOWN) {
        return;
    }
    if (desiredCount > pool.maxSize) {
        problems.add(
            "desiredCount",
            `is ${desiredCount}, but must be at most ${pool.maxSize}, the instances of pool (maxSize), as each ` +
                `task takes one; raise maxSize to ${desiredCount} or more`,
        );
        return;
    }
    const least = whenKnown(() => instancesToDeploy(deployment));
    if (least !== UNKNOWN && pool.maxSize < least) {
        problems.add(`${pool.path}.maxSize`, tooFewInstances(service, least));
    }
}

/** Whether a rolling deployment may neither stop nor start a task. */
function cannotBegin({ deployment, desiredCount }: ServiceOnPool): boolean {
    // Of a number of tasks that is not known, or not there yet, only percents that round to nothing tell.
    const tasks = desiredCount === UNKNOWN || desiredCount === 0 ? 100 : desiredCount;
    const steps = whenKnown(() =>
        isRolling(deployment) ? deploymentSteps({ ...deployment, desiredCount: tasks }) : UNKNOWN,
    );
    return steps !== UNKNOWN && !steps.stopsFirst && !steps.startsFirst;
}

function tooFewInstances({ deployment, desiredCount, pool, task }: ServiceOnPool, least: number): string {
    const { staticHostPorts: held } = task;
    const ports =
        held === UNKNOWN || held.length === 0
            ? ""
            : ` and its host port${held.length === 1 ? "" : "s"} ${held.join(", ")}`;
    const tasks = desiredCount === 1 ? "the task" : `each of the ${String(desiredCount)} tasks`;
    const [spare, otherwise] = isRolling(deployment)
        ? [
              "a deployment starts a task before it stops one",
              ", or deploymentMinimumHealthyPercent: 0, which stops a task first",
          ]
        : ["a deployment runs all new tasks beside the old ones", ""];
    return (
        `is ${String(pool.maxSize)}, but must be at least ${least}, as ${tasks} takes an instance${ports}, and ` +
        `${spare}; give maxSize: ${least}${otherwise}`
    );
}

/** Adds a grace period that changes nothing. */
export function checkGracePeriod(
    { healthCheckGracePeriodSeconds: seconds }: ServiceArguments,
    { healthChecks }: ServiceOnPool,
    problems: Problems,
): void {
    const reason = seconds === undefined || seconds === UNKNOWN ? undefined : uselessGracePeriod(seconds, healthChecks);
    if (reason !== undefined) {
        problems.add(
            "healthCheckGracePeriodSeconds",
            `${reason}; ` +
                (healthChecks.ofContainers === 0
                    ? "leave it out"
                    : `give ${String(healthChecks.ofContainers)} or more, or leave it out for ` +
                      String(healthCheckGraceSeconds)),
        );
    }
}

/** Sources: Amazon ECS API Reference, UpdateService and CreateService; the AWS provider's resource for services. */
export function checkDeploymentArguments(
    args: ServiceArguments,
    { deployment }: ServiceOnPool,
    problems: Problems,
): void {
    const { maximumPercent = serviceDefaults.maximumPercent } = deployment;
    if (args.availabilityZoneRebalancing === "ENABLED" && maximumPercent !== UNKNOWN && maximumPercent <= 100) {
        problems.add(
            "availabilityZoneRebalancing",
            `is "ENABLED", but deploymentMaximumPercent is ${maximumPercent}, and rebalancing starts a task before ` +
                "it stops one; raise deploymentMaximumPercent, or leave rebalancing out",
        );
    }
    const { forceNewDeployment: isForced = false } = args;
    if (args.triggers !== undefined && isForced === false) {
        problems.add("triggers", "starts no deployment without forceNewDeployment; give forceNewDeployment: true");
    }
    const { waitForSteadyState: waits = true } = args;
    if (args.sigintRollback === true && waits === false) {
        problems.add(
            "sigintRollback",
            "needs waitForSteadyState: true, as only an update that waits can be interrupted",
        );
    }
}
