import type { Service } from "@pulumi/aws/ecs/service";
import * as pulumi from "@pulumi/pulumi";
import type { CapacityArgs } from "../capacity/capacity";
import type { Split } from "../engine/record";
import type { InferenceTaskArgs } from "./args/task";
import type { InferenceServiceArgs } from "./args/service";
import { runTaskCommand } from "./run-task-command";

/** The command that runs the task of a service once, beside the service. */
export function runTask(
    { networkConfiguration }: InferenceServiceArgs,
    { clusterName, clusterArn, capacityProviderName }: Split<CapacityArgs>,
    { taskDefinitionArn }: Split<InferenceTaskArgs>,
    { name }: Service,
): pulumi.Output<string> {
    return pulumi
        .all([clusterName, taskDefinitionArn, capacityProviderName, name, clusterArn, networkConfiguration])
        .apply(([cluster, taskDefinition, capacityProvider, serviceName, arn, network]) =>
            runTaskCommand({
                cluster,
                taskDefinition,
                capacityProvider,
                serviceName,
                region: regionOf(arn),
                networkConfiguration: network,
            }),
        );
}

/** The region of an ARN, its fourth field. */
function regionOf(arn: string): string {
    return arn.split(":")[3] ?? "";
}
