import type { ServiceArgs } from "@pulumi/aws/ecs/service";
import { ecsNamePattern, ecsNameRequirement, mostTasksPerService } from "../../../contract";
import { capacityRecord } from "../../capacity/fields";
import type { Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, tags, text } from "../../validation/values";
import type { InferenceServiceArgs } from "../args";
import * as deployment from "./deployment";
import { loadBalancers, serviceRegistries, vpcLatticeConfigurations } from "./load-balancers";
import { networkConfiguration, orderedPlacementStrategies, placementConstraints } from "./placement";
import { serviceConnectConfiguration } from "./service-connect";
import { taskRecord } from "./task";
import { volumeConfiguration } from "./volume";

/** How each argument of InferenceService is judged. */
export const serviceFields: Fields<InferenceServiceArgs> = {
    capacity: capacityRecord,
    task: taskRecord,
    name: text(ecsNamePattern, ecsNameRequirement),
    desiredCount: integer(0, mostTasksPerService, "tasks"),
    ignoreDesiredCount: boolean,
    loadBalancers,
    healthCheckGracePeriodSeconds: deployment.gracePeriod,
    iamRole: anyText,
    networkConfiguration,
    serviceConnectConfiguration,
    serviceRegistries,
    vpcLatticeConfigurations,
    volumeConfiguration,
    placementConstraints,
    orderedPlacementStrategies,
    availabilityZoneRebalancing: oneOf(["ENABLED", "DISABLED"]),
    enableExecuteCommand: boolean,
    enableEcsManagedTags: boolean,
    propagateTags: oneOf(["SERVICE", "TASK_DEFINITION", "NONE"]),
    forceDelete: boolean,
    region: anyText,
    tags,
    deploymentMinimumHealthyPercent: integer(0, 100, "percent"),
    deploymentMaximumPercent: integer(100, Infinity, "percent"),
    deploymentCircuitBreaker: deployment.deploymentCircuitBreaker,
    deploymentConfiguration: deployment.deploymentConfiguration,
    deploymentController: deployment.deploymentController,
    alarms: deployment.alarms,
    forceNewDeployment: boolean,
    triggers: deployment.triggers,
    waitForSteadyState: boolean,
    sigintRollback: boolean,
};

/** The arguments of ECS's service that follow from others: each of aws.ecs.Service is here or above. */
export const ownedByService: Readonly<Record<Exclude<keyof ServiceArgs, keyof InferenceServiceArgs>, string>> = {
    cluster: "it is that of capacity; give the capacity of another cluster",
    taskDefinition: "it is that of task; give task: { taskDefinitionArn } for a definition of your own",
    capacityProviderStrategies: "the tasks run on capacity; give the capacity of another pool",
    launchType: "ECS takes none beside the capacity provider strategy that follows from capacity",
    schedulingStrategy: "ECS takes no capacity provider strategy with DAEMON, and the default is REPLICA",
    platformVersion: "only Fargate has platform versions",
};
