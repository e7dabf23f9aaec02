import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws";
import { AwsError, unlessGone } from "../aws-error";
import { patiently } from "../patience";
import type { Values } from "../property";

interface Balancer {
    readonly containerName: string;
    readonly containerPort: number;
    readonly targetGroupArn?: string;
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

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
