/** A statement of an IAM policy that allows something. */
export interface PolicyStatement {
    readonly Sid?: string;
    readonly Effect: "Allow";
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type Principal = "ec2.amazonaws.com" | "ecs-tasks.amazonaws.com";

/** The trust policy of a role that an AWS service assumes. */
export function trustPolicy(service: Principal): string {
    return policyDocument([{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }]);
}

export function policyDocument(statements: readonly object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
