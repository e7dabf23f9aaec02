import type * as pulumi from "@pulumi/pulumi";
import type { Inf1InstanceType } from "../../contract";

/** What {@link InferenceService} takes. */
export interface InferenceServiceArgs {
    /** The ECS cluster: its ARN or name (`InferentiaCluster.clusterArn`). */
    cluster: pulumi.Input<string>;
    /** The capacity provider of the Inf1 instances (`InferentiaCluster.capacityProviderName`). */
    capacityProvider: pulumi.Input<string>;
    /** The task definition: its ARN (`NeuronTaskDefinition.taskDefinitionArn`) or `family:revision`. */
    taskDefinition: pulumi.Input<string>;
    /** The EC2 type that the tasks run on; the placement constraint is derived from it. */
    instanceType: pulumi.Input<Inf1InstanceType>;
    /** The service's name. Default: generated from the component's name. */
    serviceName?: pulumi.Input<string> | undefined;
    /** The number of tasks, each on an instance of its own; from 0 to 5000. Default: 1. */
    desiredCount?: pulumi.Input<number> | undefined;
    /**
     * The tasks that a deployment keeps running, 0 to 100 percent of the desired count. With static host ports and no
     * spare instance only 0 can roll. Default: 100.
     */
    deploymentMinimumHealthyPercent?: pulumi.Input<number> | undefined;
    /** The tasks that a deployment may run at once, 100 to 200 percent of the desired count. Default: 200. */
    deploymentMaximumPercent?: pulumi.Input<number> | undefined;
    /** The subnets of the tasks, for task definitions in network mode `awsvpc` only. Default: none. */
    subnetIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The security groups of the tasks, for network mode `awsvpc` only; goes with `subnetIds`. Default: none. */
    securityGroupIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Whether `aws ecs execute-command` may enter the tasks; the task role must allow it. Default: false. */
    enableExecuteCommand?: pulumi.Input<boolean> | undefined;
    /** Whether a deployment waits until the service is steady. Default: false. */
    waitForSteadyState?: pulumi.Input<boolean> | undefined;
    /** Tags on the service and its tasks. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}
