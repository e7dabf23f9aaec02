import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, trustPolicy } from "../iam/policy";
import { ecrRepositoryArn, executeCommandStatements, taskExecutionStatements } from "../iam/task";
import type { NeuronTaskDefinitionArgs } from "./args";

type Tags = NeuronTaskDefinitionArgs["tags"];

/** Creates the role with which ECS starts the task: it may pull this task's ECR images and write to its log group. */
export function createExecutionRole(
    name: string,
    images: pulumi.Input<readonly string[]>,
    logGroupArn: pulumi.Input<string> | undefined,
    tags: Tags,
    opts: { readonly parent: pulumi.Resource },
): pulumi.Output<string> {
    const role = new Role(
        `${name}-execution-role`,
        { assumeRolePolicy: trustPolicy("ecs-tasks.amazonaws.com"), tags },
        opts,
    );
    const partition = getPartitionOutput({}, opts).partition;
    const statements = pulumi.all([partition, images, logGroupArn]).apply(([inPartition, uris, logs]) => {
        const repositories = uris.map((uri) => ecrRepositoryArn(inPartition, uri)).filter((arn) => arn !== undefined);
        return taskExecutionStatements(repositories, logs);
    });
    const policy = new RolePolicy(
        `${name}-execution-policy`,
        { role: role.id, policy: statements.apply(policyDocument) },
        opts,
    );
    return after(role.arn, [policy]);
}

/** Creates the role of the containers themselves, when something asks for one. */
export function createTaskRole(
    name: string,
    args: Pick<NeuronTaskDefinitionArgs, "taskRolePolicyArns" | "executeCommandLogGroupArn" | "tags">,
    opts: { readonly parent: pulumi.Resource },
): pulumi.Output<string> | undefined {
    const { taskRolePolicyArns = [], executeCommandLogGroupArn, tags } = args;
    if (taskRolePolicyArns.length === 0 && executeCommandLogGroupArn === undefined) {
        return undefined;
    }
    const role = new Role(
        `${name}-task-role`,
        { assumeRolePolicy: trustPolicy("ecs-tasks.amazonaws.com"), tags },
        opts,
    );
    const grants: pulumi.CustomResource[] = taskRolePolicyArns.map(
        (policyArn, index) =>
            new RolePolicyAttachment(`${name}-task-policy-${index}`, { role: role.name, policyArn }, opts),
    );
    if (executeCommandLogGroupArn !== undefined) {
        const policy = pulumi
            .output(executeCommandLogGroupArn)
            .apply((arn) => policyDocument(executeCommandStatements(arn)));
        grants.push(new RolePolicy(`${name}-execute-command-policy`, { role: role.id, policy }, opts));
    }
    return after(role.arn, grants);
}

/** A role's ARN that is known only once the role has its grants: a task that starts before fails. */
function after(roleArn: pulumi.Output<string>, grants: readonly pulumi.CustomResource[]): pulumi.Output<string> {
    return pulumi.all([roleArn, ...grants.map((grant) => grant.id)]).apply(([arn]) => arn as string);
}
