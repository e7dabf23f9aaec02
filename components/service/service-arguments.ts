import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { ecs } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { onePerInstance, placedOn, serviceDefaults, type InferentiaInstanceType } from "../../contract";
import type { PoolReference } from "../pool/pool-reference";
import type { Split, WithRecords } from "../engine/record";
import type { TaskReference } from "../task-definition/task-reference";
import type { ServiceArgs } from "./args/service";

/** The arguments of aws.ecs.Service: those that the program gave, the defaults, and what follows from the pool. */
export function serviceArguments(
    args: WithRecords<ServiceArgs>,
    pool: Split<PoolReference>,
    task: Split<TaskReference>,
): EcsServiceArgs {
    const { pool: _pool, task: _task, ignoreDesiredCount: _ignored, ...given } = args;
    return {
        ...given,
        cluster: pool.clusterArn,
        taskDefinition: task.taskDefinitionArn,
        // No launchType beside it: ECS refuses the two together.
        capacityProviderStrategies: [{ capacityProvider: pool.capacityProviderName, weight: 1 }],
        placementConstraints: constraints(pool, args.placementConstraints),
        desiredCount: args.desiredCount ?? serviceDefaults.desiredCount,
        deploymentMinimumHealthyPercent: args.deploymentMinimumHealthyPercent ?? serviceDefaults.minimumHealthyPercent,
        deploymentMaximumPercent: args.deploymentMaximumPercent ?? serviceDefaults.maximumPercent,
        ...deployment(args),
        availabilityZoneRebalancing: args.availabilityZoneRebalancing ?? "DISABLED",
        enableExecuteCommand: args.enableExecuteCommand ?? false,
        enableEcsManagedTags: args.enableEcsManagedTags ?? true,
        propagateTags: args.propagateTags ?? "SERVICE",
        // The revision that a failed deployment rolls back to goes only after the update of the service.
        waitForSteadyState: args.waitForSteadyState ?? true,
    };
}

/**
 * CodeDeploy takes no circuit breaker and no forced deployment. With ECS, the provider updates a service that moves to
 * another capacity provider only where a new deployment is forced, and replaces it otherwise (terraform-provider-aws,
 * internal/service/ecs/service.go, capacityProviderStrategyCustomizeDiff).
 */
function deployment(args: ServiceArgs): Pick<EcsServiceArgs, "deploymentCircuitBreaker" | "forceNewDeployment"> {
    const isByEcs = pulumi.output(args.deploymentController).apply((controller) => controller?.type !== "CODE_DEPLOY");
    return {
        deploymentCircuitBreaker:
            args.deploymentCircuitBreaker ??
            isByEcs.apply((byEcs) => (byEcs ? { enable: true, rollback: true } : undefined)),
        forceNewDeployment: args.forceNewDeployment ?? isByEcs,
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
