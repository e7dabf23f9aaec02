import { Service } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { onePerInstance, placedOn, serviceDefaults, componentTypes } from "../../contract";
import { validated } from "../validation/validate";
import type { InferenceServiceArgs } from "./args";
import { checkInferenceService } from "./check";

/**
 * An ECS service of an inference task: placed on one Inf1 instance type, one task for each instance, through the
 * capacity provider of those instances, with a circuit breaker that rolls a failed deployment back.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything is created.
 */
export class InferenceService extends pulumi.ComponentResource {
    /** The service's name. */
    public readonly serviceName: pulumi.Output<string>;
    /** The service's ARN. */
    public readonly serviceArn: pulumi.Output<string>;

    constructor(name: string, args: InferenceServiceArgs, opts?: pulumi.ComponentResourceOptions) {
        super(componentTypes.service, name, args, opts);
        const dependsOn = validated("InferenceService", name, args, checkInferenceService);

        const service = new Service(
            `${name}-service`,
            {
                name: args.serviceName,
                cluster: args.cluster,
                taskDefinition: args.taskDefinition,
                desiredCount: args.desiredCount ?? serviceDefaults.desiredCount,
                // No launchType beside it: ECS refuses the two together.
                capacityProviderStrategies: [{ capacityProvider: args.capacityProvider, weight: 1 }],
                placementConstraints: [pulumi.output(args.instanceType).apply(placedOn), onePerInstance],
                deploymentMinimumHealthyPercent:
                    args.deploymentMinimumHealthyPercent ?? serviceDefaults.minimumHealthyPercent,
                deploymentMaximumPercent: args.deploymentMaximumPercent ?? serviceDefaults.maximumPercent,
                deploymentCircuitBreaker: { enable: true, rollback: true },
                networkConfiguration: args.subnetIds &&
                    args.securityGroupIds && { subnets: args.subnetIds, securityGroups: args.securityGroupIds },
                enableExecuteCommand: args.enableExecuteCommand ?? false,
                enableEcsManagedTags: true,
                propagateTags: "SERVICE",
                waitForSteadyState: args.waitForSteadyState ?? false,
                tags: args.tags,
            },
            { parent: this, dependsOn },
        );

        this.serviceName = service.name;
        // The id of an ECS service is its ARN.
        this.serviceArn = service.id;
        this.registerOutputs({ serviceName: this.serviceName, serviceArn: this.serviceArn });
    }
}
