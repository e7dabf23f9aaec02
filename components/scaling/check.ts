import { UNKNOWN, whenKnown } from "../../ecs/known";
import { instancesToDeploy, maxTasksToDeploy, isRolling, type Deployment } from "../../ecs/service/deployment";
import type { WithRecords } from "../engine/record";
import { members } from "../service/service-on-pool";
import type { Problems } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import { scalingFields, type ScalingArgs } from "./args";
import { boundsOf, checkBounds, isKnownNumber, type ScalingValues } from "./bounds";

export const scalingCheck: ArgumentCheck<WithRecords<ScalingArgs>> = {
    fields: scalingFields,
    together(args, problems) {
        checkBounds(args, problems);
        checkReasons(args, problems);
        checkFromZero(args, problems);
        checkRoute(args, problems);
        checkService(args, problems);
        checkPool(args, problems);
    },
};

function checkReasons(args: ScalingValues, problems: Problems): void {
    const { requestsPerTarget, cpu, memory, metric, backlogPerTask, schedule } = args;
    if ([requestsPerTarget, cpu, memory, metric, backlogPerTask, schedule].every((one) => one === undefined)) {
        problems.add(
            "metric",
            "is missing, and so is everything else by which a service is scaled; give at least one of " +
                "requestsPerTarget, cpu, memory, metric, backlogPerTask and schedule",
        );
    }
}

/** CPU, memory and requests of a target have no values while there is no task, and so never add the first. */
function checkFromZero(args: ScalingValues, problems: Problems): void {
    const { metric, backlogPerTask } = args;
    const bounds = boundsOf(args);
    const isLifted =
        metric !== undefined ||
        backlogPerTask !== undefined ||
        args.schedule === UNKNOWN ||
        bounds.slice(1).some(({ min }) => min !== undefined && min !== 0);
    if (isLifted) {
        return;
    }
    for (const { path } of bounds.filter(({ min }) => min === 0)) {
        problems.add(
            `${path}min`,
            "is 0, but what the service is scaled by has no values while no task runs, so that it would stay at 0; " +
                "give 1 or more, or one of backlogPerTask, a metric that has values then, and a schedule with a min " +
                "of 1 or more",
        );
    }
}

/**
 * Only Application Load Balancers count the requests of a target group. Blue/green deployments leave it (Amazon ECS
 * Developer Guide, "Use a target metric to scale Amazon ECS services").
 */
function checkRoute({ requestsPerTarget, route, service }: ScalingValues, problems: Problems): void {
    problems.together("route", route, "requestsPerTarget", requestsPerTarget);
    const strategy = members(service)("deploymentStrategy");
    if (requestsPerTarget !== undefined && whenKnown(() => isRolling({ strategy })) === false) {
        problems.add(
            "requestsPerTarget",
            `counts the requests of one target group, but each deployment of the service (${String(strategy)}) moves ` +
                "it to its other one; give cpu or metric, or the Service a ROLLING deployment",
        );
    }
    const arn = members(route)("loadBalancerArn");
    const path = "route.loadBalancerArn";
    const fix = "give the route of an Application Load Balancer, which counts requests";
    if (route !== undefined && arn === undefined) {
        problems.add(path, `is missing; ${fix}`);
    } else if (typeof arn === "string" && !arn.includes(":loadbalancer/app/")) {
        problems.add(path, `is that of a network load balancer; ${fix}`);
    }
}

function checkService({ service }: ScalingValues, problems: Problems): void {
    if (members(service)("ignoreDesiredCount") === false) {
        problems.add(
            "service.ignoreDesiredCount",
            "is false, so that updates of the service would set back the number of tasks; give the Service " +
                "ignoreDesiredCount: true, and desiredCount is the number at the beginning only",
        );
    }
}

function checkPool(args: ScalingValues, problems: Problems): void {
    const service = members(args.service);
    const maxSize = service("maxSize");
    const deployment: Deployment = {
        minimumHealthyPercent: service("deploymentMinimumHealthyPercent"),
        maximumPercent: service("deploymentMaximumPercent"),
        strategy: service("deploymentStrategy"),
    };
    // How a deployment proceeds may not be known; that each task takes an instance is.
    const held = maxSize === undefined || maxSize === UNKNOWN ? undefined : maxTasks(maxSize, deployment);
    for (const { path, max } of boundsOf(args)) {
        if (held !== undefined && isKnownNumber(max) && max > held) {
            problems.add(`${path}max`, tooManyTasks(max, held, Number(maxSize), deployment));
        }
    }
}

function maxTasks(maxSize: number, deployment: Deployment): number {
    const tasks = whenKnown(() => maxTasksToDeploy(maxSize, deployment));
    return tasks === UNKNOWN ? maxSize : tasks;
}

function tooManyTasks(max: number, held: number, maxSize: number, deployment: Deployment): string {
    const each = "each of which takes one task";
    const instances = whenKnown(() => instancesToDeploy({ ...deployment, desiredCount: max }));
    const rolling = whenKnown(() => isRolling(deployment));
    const [beside, otherwise] =
        held === maxSize
            ? ["", ""]
            : rolling === true
              ? [
                    ", and a deployment starts a task before it stops one",
                    ", or the Service deploymentMinimumHealthyPercent: 0, which stops a task first",
                ]
              : [", and a deployment runs all new tasks beside the old ones", ""];
    return (
        `is ${max}, but must be at most ${held}, as the pool of the service has up to ${maxSize} ` +
        `${maxSize === 1 ? "instance" : "instances"} (maxSize), ${each}${beside}; ` +
        `${held === 0 ? "raise" : `give ${held}, or raise`} maxSize to ` +
        `${instances === UNKNOWN ? max : instances}${otherwise}`
    );
}
