import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws";
import { AwsError, unlessGone } from "../aws-error";
import { patiently } from "../patience";
import type { Values } from "../property";

interface Balancer {
    readonly containerName: string;
    readonly containerPort: number;
    readonly targetGroupArn?: string;
    readonly advancedConfiguration?: Readonly<Record<string, string>>;
}

/** Refuses the load balancers of a service that Amazon ECS would refuse and the emulator takes. */
export async function refuseUnfitBalancers(aws: Aws, task: TaskDefinition, values: Values): Promise<void> {
    const balancers = (values["loadBalancers"] ?? []) as Balancer[];
    for (const balancer of balancers) {
        refuseUnfitContainer(task, balancer);
        const { targetGroupArn } = balancer;
        if (targetGroupArn !== undefined) {
            await patiently(() => refuseUnboundTargets(aws, targetGroupArn), /associated load balancer/);
        }
        refuseUnfitRules(balancer.advancedConfiguration ?? {});
    }
}

function refuseUnfitContainer(task: TaskDefinition, { containerName, containerPort }: Balancer): void {
    const container = task.containerDefinitions?.find((one) => one.name === containerName);
    if (container === undefined) {
        throw invalid(`The container ${containerName} does not exist in the task definition.`);
    }
    if (container.portMappings?.some((one) => one.containerPort === containerPort) !== true) {
        throw invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    }
}

async function refuseUnboundTargets(aws: Aws, targetGroupArn: string): Promise<void> {
    const balancing = await aws.loadBalancing();
    const answer = await unlessGone(balancing.describeTargetGroups({ TargetGroupArns: [targetGroupArn] }));
    if ((answer?.TargetGroups?.[0]?.LoadBalancerArns ?? []).length === 0) {
        throw invalid(
            `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
        );
    }
}

/** Source: Amazon ECS Developer Guide, troubleshooting blue/green deployments. */
function refuseUnfitRules(advanced: Readonly<Record<string, string>>): void {
    for (const name of ["productionListenerRule", "testListenerRule"]) {
        const arn = advanced[name];
        if (arn?.includes(":listener/app/") === true) {
            throw invalid(
                `${name} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`,
            );
        }
    }
}

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
