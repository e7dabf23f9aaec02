import type { ProviderResource } from "./provider";
import type { Fields } from "./value";

const account = "us-west-2:123456789012";

/** The name of a resource in its ARN, and whether the provider takes the ARN for its id. */
const arns: Readonly<Record<string, readonly [arn: string, isId: boolean]>> = {
    aws_ecs_cluster: [`ecs:${account}:cluster/`, true],
    aws_ecs_task_definition: [`ecs:${account}:task-definition/`, false],
    aws_ecs_service: [`ecs:${account}:service/ml/`, true],
    aws_ecs_capacity_provider: [`ecs:${account}:capacity-provider/`, true],
    aws_autoscaling_group: [`autoscaling:${account}:autoScalingGroup:1:autoScalingGroupName/`, false],
    aws_launch_template: [`ec2:${account}:launch-template/`, false],
    aws_lb_target_group: [`elasticloadbalancing:${account}:targetgroup/`, true],
    aws_batch_job_definition: [`batch:${account}:job-definition/`, true],
    aws_batch_job_queue: [`batch:${account}:job-queue/`, true],
    aws_batch_compute_environment: [`batch:${account}:compute-environment/`, false],
};

/** What AWS and the provider make of a resource: its name, its id, its ARN. */
export function identityOf(resources: readonly ProviderResource[], id: string): Fields {
    const found = resources.find((one) => one.id === id);
    const { name: given, family } = found?.arguments ?? {};
    const name = [given, family].find((one) => typeof one === "string") ?? id;
    const [prefix, isId] = arns[found?.type ?? ""] ?? [`ec2:${account}:other/`, false];
    const revision =
        found?.type === "aws_ecs_task_definition" || found?.type === "aws_batch_job_definition" ? ":1" : "";
    const arn = `arn:aws:${prefix}${name}${revision}`;
    return { name, id: isId ? arn : name, arn, latest_version: 1 };
}
