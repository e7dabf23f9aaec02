/** A statement of an IAM policy that allows something. */
export interface PolicyStatement {
    readonly Sid?: string;
    readonly Effect: "Allow";
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The principal of ECS tasks, the same in all partitions. */
export const ecsTasksPrincipal = "ecs-tasks.amazonaws.com";

/** The principal of ECS itself, the same in all partitions. */
export const ecsPrincipal = "ecs.amazonaws.com";

/**
 * The principal of EC2, whose domain is the partition's: `ec2.amazonaws.com.cn` in China.
 *
 * Source: aws/aws-cdk, region-info, default principals.
 */
export function ec2Principal(dnsSuffix: string): string {
    return `ec2.${dnsSuffix}`;
}

/** The trust policy of a role that an AWS service assumes. */
export function trustPolicy(service: string): string {
    return policyDocument([{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }]);
}

export function policyDocument(statements: readonly object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
