import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { ecs } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import {
    deployTimeoutMinutes,
    onePerInstance,
    placedOn,
    serviceDefaults,
    type InferentiaInstanceType,
} from "../../contract";
import { defaultGracePeriod } from "../../ecs/service/health-checks";
import type { PoolReference } from "../pool/pool-reference";
import type { Split, WithRecords } from "../engine/record";
import type { TaskReference } from "../task-definition/task-reference";
import type { ServiceArgs } from "./args/service";
import { routedTo } from "./routes";
import { ignoresLoadBalancers } from "./strategy";

/** The arguments of aws.ecs.Service: those that the program gave, the defaults, and what follows from the pool. */
export function serviceArguments(
    args: WithRecords<ServiceArgs>,
    pool: Split<PoolReference>,
    task: Split<TaskReference>,
    ready: Promise<unknown>,
): EcsServiceArgs {
    const own = ["pool", "task", "routes", "ignoreDesiredCount", "ignoreLoadBalancers", "deployTimeout"];
    const given = Object.fromEntries(Object.entries(args).filter(([name]) => !own.includes(name)));
    const { loadBalancers, readyWithin } = routedTo(args, ready);
    return {
        ...given,
        loadBalancers,
        cluster: pool.clusterArn,
        taskDefinition: task.taskDefinitionArn,
        // No launchType beside it: ECS refuses the two together.
        capacityProviderStrategies: [{ capacityProvider: pool.capacityProviderName, weight: 1 }],
        placementConstraints: constraints(pool, args.placementConstraints),
        desiredCount: args.desiredCount ?? serviceDefaults.desiredCount,
        deploymentMinimumHealthyPercent: args.deploymentMinimumHealthyPercent ?? serviceDefaults.minimumHealthyPercent,
        deploymentMaximumPercent: args.deploymentMaximumPercent ?? serviceDefaults.maximumPercent,
        forceNewDeployment: args.forceNewDeployment ?? false,
        deploymentCircuitBreaker: args.deploymentCircuitBreaker ?? { enable: true, rollback: true },
        healthCheckGracePeriodSeconds: args.healthCheckGracePeriodSeconds ?? gracePeriod(args, readyWithin, task),
        availabilityZoneRebalancing: args.availabilityZoneRebalancing ?? "DISABLED",
        enableExecuteCommand: args.enableExecuteCommand ?? false,
        enableEcsManagedTags: args.enableEcsManagedTags ?? true,
        propagateTags: args.propagateTags ?? "SERVICE",
        // The revision that a failed deployment rolls back to goes only after the update of the service.
        waitForSteadyState: args.waitForSteadyState ?? true,
    };
}

/** The time of the routes, or else the default where a load balancer or a container's health check is there. */
function gracePeriod(
    args: WithRecords<ServiceArgs>,
    readyWithin: pulumi.Output<number | undefined>,
    task: Split<TaskReference>,
): pulumi.Output<number | undefined> {
    const { loadBalancers = [], vpcLatticeConfigurations = [] } = args;
    const isChecked = pulumi
        .all([pulumi.output(loadBalancers), pulumi.output(vpcLatticeConfigurations)])
        .apply((lists) => lists.some((list) => list.length > 0));
    return pulumi
        .all([readyWithin, isChecked, task.unhealthyAfter])
        .apply(([ofRoutes, ofBalancer, ofContainers]) => ofRoutes ?? defaultGracePeriod(ofBalancer, ofContainers));
}

/** The options of the ECS service: how long it may take, and what others own once it is there. */
export function serviceOptions(
    args: WithRecords<ServiceArgs>,
): Pick<pulumi.CustomResourceOptions, "customTimeouts" | "ignoreChanges"> {
    const timeout = `${args.deployTimeout ?? deployTimeoutMinutes}m`;
    return {
        customTimeouts: { create: timeout, update: timeout, delete: timeout },
        ignoreChanges: [
            ...(args.ignoreDesiredCount === true ? ["desiredCount"] : []),
            ...(ignoresLoadBalancers(args) ? ["loadBalancers"] : []),
        ],
    };
}

/** The component's own constraints stay known at preview beside one of the program that is not. */
function constraints(
    { instanceTypes }: Split<PoolReference>,
    further: ServiceArgs["placementConstraints"] = [],
): pulumi.Input<pulumi.Input<ecs.ServicePlacementConstraint>[]> {
    const own = [instanceTypes.apply((types) => placedOn(...(types as InferentiaInstanceType[]))), onePerInstance];
    return Array.isArray(further)
        ? [...own, ...further]
        : pulumi.all([pulumi.all(own), further]).apply(([ours, theirs]) => [...ours, ...theirs]);
}
