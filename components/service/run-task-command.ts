import { placedOn, type Inf1InstanceType } from "../../contract";

/** The `aws ecs run-task` command that runs a task definition once, on one Inf1 instance type of a cluster. */
export function runTaskCommand(task: {
    /** The cluster's name or ARN. */
    readonly cluster: string;
    /** The task definition's ARN, or `family:revision`. */
    readonly taskDefinition: string;
    readonly instanceType: Inf1InstanceType;
    readonly region: string;
}): string {
    const { type, expression } = placedOn(task.instanceType);
    return [
        "aws ecs run-task",
        `--cluster ${task.cluster}`,
        `--task-definition ${task.taskDefinition}`,
        `--placement-constraints 'type=${type},expression="${expression}"'`,
        `--region ${task.region}`,
    ].join(" ");
}
