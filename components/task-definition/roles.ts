import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { ecsTasksPrincipal, policyDocument, trustPolicy } from "../iam/policy";
import { roleNameOf } from "../iam/role";
import { iamStatement } from "../iam/statement";
import { executeCommandStatements, logGroupArn, taskExecutionStatements, type Sessions } from "../iam/task";
import type { TaskDefinitionArgs } from "./args/task-definition";
import type { RoleStatement } from "./args/task-settings";
import type { Needs } from "./needs";

/** A role. Its ARN is known only once the role has its grants: a task that starts before fails. */
interface GrantedRole {
    /** Undefined for one that was there already. */
    readonly role: Role | undefined;
    readonly name: pulumi.Output<string>;
    readonly arn: pulumi.Output<string>;
}

/** The options of a child, which waits until the arguments are checked. */
interface Child {
    readonly parent: pulumi.Resource;
    readonly dependsOn: Promise<pulumi.Resource[]>;
}

type Statements = pulumi.Input<pulumi.Input<RoleStatement>[]> | undefined;
type Shared = Pick<TaskDefinitionArgs, "permissionsBoundary" | "tags">;

/** A role that the program gives. */
export function ownRole(arn: pulumi.Input<string> | undefined): GrantedRole | undefined {
    return arn === undefined
        ? undefined
        : { role: undefined, name: pulumi.output(arn).apply(roleNameOf), arn: pulumi.output(arn) };
}

/** Creates the role with which ECS starts the task: it may read what this task needs, write its logs, and no more. */
export function createExecutionRole(
    name: string,
    needs: Needs,
    args: Shared &
        Pick<TaskDefinitionArgs, "executionRoleStatements" | "secretsKmsKeyArns" | "pullThroughCachePrefixes">,
    opts: Child,
): GrantedRole {
    const role = createRole(`${name}-execution-role`, args, opts);
    const partition = getPartitionOutput({}, opts).partition;
    const further = statementsOf(args.executionRoleStatements, opts);
    const { secretsKmsKeyArns = [], pullThroughCachePrefixes = [] } = args;
    const argued = pulumi.output({ kmsKeyArns: secretsKmsKeyArns, pullThroughCachePrefixes });
    const policy = pulumi
        .all([partition, needs.region, needs.images, needs.others, needs.logGroupArn, further, argued])
        .apply(([inPartition, region, images, others, ownLogGroup, more, given]) => {
            const place = { partition: inPartition, region };
            const named = others.logGroups.map((one) =>
                logGroupArn(one.name, { ...place, region: one.region ?? region }),
            );
            const logGroupArns = [...(ownLogGroup === undefined ? [] : [ownLogGroup]), ...named];
            return policyDocument([
                ...taskExecutionStatements({ ...others, ...given, images, logGroupArns }, place),
                ...more,
            ]);
        });
    return granted(role, [new RolePolicy(`${name}-execution-policy`, { role: role.id, policy }, opts)]);
}

/** Creates the role of the containers themselves, when something asks for one. */
export function createTaskRole(
    name: string,
    args: Shared & Pick<TaskDefinitionArgs, "taskRolePolicyArns" | "taskRoleStatements" | "executeCommand">,
    sessions: { readonly [Key in keyof Sessions]: pulumi.Input<string | undefined> | undefined },
    opts: Child,
): GrantedRole | undefined {
    const { taskRolePolicyArns = [], taskRoleStatements, executeCommand = false } = args;
    if (taskRolePolicyArns.length === 0 && taskRoleStatements === undefined && !executeCommand) {
        return undefined;
    }
    const role = createRole(`${name}-task-role`, args, opts);
    const grants: pulumi.CustomResource[] = taskRolePolicyArns.map(
        (policyArn, index) =>
            new RolePolicyAttachment(`${name}-task-policy-${index}`, { role: role.name, policyArn }, opts),
    );
    if (taskRoleStatements !== undefined) {
        const policy = statementsOf(taskRoleStatements, opts).apply(policyDocument);
        grants.push(new RolePolicy(`${name}-task-policy`, { role: role.id, policy }, opts));
    }
    if (executeCommand) {
        const policy = pulumi.output(sessions).apply((known) => policyDocument(executeCommandStatements(known)));
        grants.push(new RolePolicy(`${name}-execute-command-policy`, { role: role.id, policy }, opts));
    }
    return granted(role, grants);
}

function createRole(name: string, { permissionsBoundary, tags }: Shared, opts: pulumi.CustomResourceOptions): Role {
    return new Role(name, { assumeRolePolicy: trustPolicy(ecsTasksPrincipal), permissionsBoundary, tags }, opts);
}

function statementsOf(statements: Statements, { dependsOn }: Child): pulumi.Output<object[]> {
    return pulumi.all([statements ?? [], dependsOn]).apply(([known]) => known.map(iamStatement));
}

function granted(role: Role, grants: readonly pulumi.CustomResource[]): GrantedRole {
    const arn = pulumi.all([role.arn, ...grants.map((grant) => grant.id)]).apply(([first]) => first as string);
    return { role, name: role.name, arn };
}
