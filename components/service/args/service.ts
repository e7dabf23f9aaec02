import type { ServiceArgs as EcsServiceArgs } from "@pulumi/aws/ecs/service";
import type { ecs } from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { maxTasksPerService } from "../../../contract";
import type { Reference, References } from "../../engine/record";
import type { PoolReference } from "../../pool/pool-reference";
import { poolReference } from "../../pool/pool-reference";
import { targetReference, type TargetReference } from "../../route/target-reference";
import { list, optional, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, tags } from "../../validation/values";
import { deploymentFields, type ServiceDeployment } from "./deployment";
import { ecsName, loadBalancers, serviceRegistries, vpcLatticeConfigurations } from "./load-balancers";
import { networkConfiguration, orderedPlacementStrategies, placementConstraints } from "./placement";
import { serviceConnectConfiguration } from "./service-connect";
import type { TaskReference } from "../../task-definition/task-reference";
import { taskReference } from "./task";
import { volumeConfiguration } from "./volume";

/**
 * What Service takes: what it runs and where, and each argument of aws.ecs.Service that does not follow from
 * the two. Those that do (`cluster`, `taskDefinition`, `capacityProviderStrategies`, `launchType`,
 * `schedulingStrategy`, `platformVersion`) are refused by name. Whatever is not here can be set with `transforms`.
 */
export interface ServiceArgs extends ServiceDeployment {
    /**
     * The task to run: the `task` of a `TaskDefinition`, or the ARN of a definition of your own and what you know of
     * it. It must fit the pool: runtime, EC2 types, devices, memory and CPU. In TypeScript also the component.
     */
    task: Reference<TaskReference, "task">;
    /**
     * The instances on which the tasks run: the `pool` of a `Cluster`, or one of its `pools`; in TypeScript also a
     * component that has the one pool. Cluster, capacity provider strategy and placement on the EC2 types follow from
     * it. Default: the pool of the task; another one moves the service there.
     */
    pool?: Reference<PoolReference, "pool"> | undefined;
    /** The service's name. Default: generated from the component's name. */
    name?: pulumi.Input<string> | undefined;
    /**
     * The number of tasks, each on an instance of its own; 0 to 5000, and no more than the pool has instances.
     * Default: 1.
     */
    desiredCount?: pulumi.Input<number> | undefined;
    /**
     * Let autoscaling own the number of tasks; `desiredCount` is then only the number at the beginning. Default: false.
     */
    ignoreDesiredCount?: boolean | undefined;
    /**
     * Where load balancers send requests to the tasks: the `target` of each `Route`; in TypeScript also the component.
     * With `loadBalancers` at most 5. The routes must be of the service's task. Default: none.
     */
    routes?: References<TargetReference, "target"> | undefined;
    /**
     * The load balancers of the tasks, each with a target group of your own. The container must be one of the task's.
     * Default: none.
     */
    loadBalancers?: pulumi.Input<pulumi.Input<ecs.ServiceLoadBalancer>[]> | undefined;
    /**
     * Let ECS own `loadBalancers` once the service is there: it swaps their target groups at each deployment.
     * Default: true with a strategy other than `ROLLING`.
     */
    ignoreLoadBalancers?: boolean | undefined;
    /**
     * Seconds for which a new task may fail health checks of load balancers and containers, 0 to 2147483647; with
     * `routes` at least their `readyWithin`. Default: the longest `readyWithin`; else 900 where there is a load
     * balancer or a health check, as a model takes its time to load.
     */
    healthCheckGracePeriodSeconds?: pulumi.Input<number> | undefined;
    /** The role with which ECS registers tasks at load balancers. Default: the service-linked role of ECS. */
    iamRole?: pulumi.Input<string> | undefined;
    /**
     * The network of the tasks: needed in network mode `awsvpc`, and refused by ECS in any other. Tasks on EC2 have no
     * public address. Default: none.
     */
    networkConfiguration?: pulumi.Input<ecs.ServiceNetworkConfiguration> | undefined;
    /** ECS Service Connect. Default: off. */
    serviceConnectConfiguration?: pulumi.Input<ecs.ServiceServiceConnectConfiguration> | undefined;
    /**
     * The Cloud Map service at which tasks are registered. In network mode `bridge` or `host` it must name a container
     * and its port. Default: none.
     */
    serviceRegistries?: pulumi.Input<ecs.ServiceServiceRegistries> | undefined;
    /** VPC Lattice target groups at which tasks are registered. Default: none. */
    vpcLatticeConfigurations?: pulumi.Input<pulumi.Input<ecs.ServiceVpcLatticeConfiguration>[]> | undefined;
    /** The EBS volume of each task, for a volume that the task definition leaves to the launch. Default: none. */
    volumeConfiguration?: pulumi.Input<ecs.ServiceVolumeConfiguration> | undefined;
    /**
     * Further constraints of the type `memberOf`, at most 8. The service has two of its own: the EC2 types of the
     * pool, and one task for each instance. Default: none.
     */
    placementConstraints?: pulumi.Input<pulumi.Input<ecs.ServicePlacementConstraint>[]> | undefined;
    /** How ECS chooses among the instances, at most 5. Default: ECS chooses. */
    orderedPlacementStrategies?: pulumi.Input<pulumi.Input<ecs.ServiceOrderedPlacementStrategy>[]> | undefined;
    /**
     * Whether ECS moves tasks between Availability Zones: `ENABLED` or `DISABLED`. It starts the new task first, and so
     * can start a spare instance; and it needs `deploymentMaximumPercent` above 100. Default: `DISABLED`, unlike ECS.
     */
    availabilityZoneRebalancing?: pulumi.Input<string> | undefined;
    /** Whether `aws ecs execute-command` may enter the tasks; the task role must allow it. Default: false. */
    enableExecuteCommand?: pulumi.Input<boolean> | undefined;
    /** Whether ECS puts tags with the cluster's and the service's name on the tasks. Default: true. */
    enableEcsManagedTags?: pulumi.Input<boolean> | undefined;
    /** Where the tags of the tasks come from: `SERVICE`, `TASK_DEFINITION` or `NONE`. Default: `SERVICE`. */
    propagateTags?: pulumi.Input<string> | undefined;
    /** Whether the service is deleted while it has tasks, without their being stopped first. Default: false. */
    forceDelete?: pulumi.Input<boolean> | undefined;
    /** The region, which must be the cluster's. Default: the provider's. */
    region?: pulumi.Input<string> | undefined;
    /** Tags on the service and its tasks. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

/** How each argument is validated. */
export const serviceFields: Fields<ServiceArgs> = {
    ...deploymentFields,
    task: taskReference,
    pool: optional(poolReference),
    name: ecsName,
    desiredCount: integer(0, maxTasksPerService, "tasks"),
    ignoreDesiredCount: boolean,
    routes: list(targetReference.check, "a list of targets of routes", 0),
    loadBalancers,
    ignoreLoadBalancers: boolean,
    healthCheckGracePeriodSeconds: integer(0, 2_147_483_647, "seconds"),
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
};

/** The arguments of aws.ecs.Service that follow from others: with those above, all that it has. */
export const ownedByService: Readonly<Record<Exclude<keyof EcsServiceArgs, keyof ServiceArgs>, string>> = {
    cluster: "it is that of pool; give the pool of another cluster",
    taskDefinition: "it is that of task; give task: { taskDefinitionArn } for a definition of your own",
    capacityProviderStrategies: "the tasks run on pool; give another pool",
    launchType: "ECS takes none beside the capacity provider strategy that follows from pool",
    schedulingStrategy: "ECS takes no capacity provider strategy with DAEMON, and the default is REPLICA",
    platformVersion: "only Fargate has platform versions",
};
