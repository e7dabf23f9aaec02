import type { ecs } from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { isRolling } from "../../ecs/service/deployment";
import type { WithRecords } from "../engine/record";
import { isOutput } from "../engine/values";
import type { ServiceArgs } from "./args/service";

type Args = WithRecords<ServiceArgs>;

/** The strategy of a service's deployments. @param ready When the arguments are valid. */
export function strategyOf(
    { deploymentConfiguration }: Args,
    ready: Promise<unknown>,
): pulumi.Output<string | undefined> {
    return pulumi.all([ready, deploymentConfiguration]).apply(([, configuration]) => configuration?.strategy);
}

/** Whether ECS shifts the traffic from one target group to another with a strategy. */
export function isShifting(strategy: string | undefined): boolean {
    return !isRolling({ strategy });
}

/** The same of a service; also where an output decides the strategy. */
export function mayShiftTraffic({ deploymentConfiguration }: Args): boolean {
    return (
        isOutput(deploymentConfiguration) ||
        isShifting((deploymentConfiguration as ecs.ServiceDeploymentConfiguration | undefined)?.strategy as string)
    );
}

/**
 * Whether an update leaves the load balancers as ECS has them. Other than with ROLLING, ECS swaps the target groups at
 * each deployment, and the AWS provider would send the first pair back (terraform-provider-aws#45678).
 */
export function ignoresLoadBalancers(args: Args): boolean {
    return args.ignoreLoadBalancers ?? mayShiftTraffic(args);
}
