/**
 * The least that the roles of an ECS inference stack must be allowed.
 *
 * Source: Amazon ECS Developer Guide, container instance role, task execution role, and ECS Exec.
 */

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

/**
 * What the container agent needs to register with one cluster and to run tasks there; no other cluster, no creation.
 */
export function containerInstanceStatements(clusterArn: string): readonly PolicyStatement[] {
    return [
        { Sid: "FindTheEndpoint", Effect: "Allow", Action: ["ecs:DiscoverPollEndpoint"], Resource: "*" },
        {
            Sid: "JoinTheCluster",
            Effect: "Allow",
            Action: [
                "ecs:RegisterContainerInstance",
                "ecs:DeregisterContainerInstance",
                "ecs:SubmitTaskStateChange",
                "ecs:SubmitContainerStateChange",
                "ecs:SubmitAttachmentStateChanges",
            ],
            Resource: clusterArn,
        },
        {
            Sid: "RunItsTasks",
            Effect: "Allow",
            Action: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
            Resource: "*",
            Condition: { ArnEquals: { "ecs:cluster": clusterArn } },
        },
    ];
}

/** The ARN of an ECR repository that an image URI names; undefined for an image of any other registry. */
export function ecrRepositoryArn(partition: string, image: string): string | undefined {
    const match = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(image);
    return match === null ? undefined : `arn:${partition}:ecr:${match[2]}:${match[1]}:repository/${match[3]}`;
}

/** What ECS needs to start a task: its images from ECR, and its log group. */
export function taskExecutionStatements(
    repositoryArns: readonly string[],
    logGroupArn: string | undefined,
): readonly PolicyStatement[] {
    const login: PolicyStatement = {
        Sid: "LogInToEcr",
        Effect: "Allow",
        Action: ["ecr:GetAuthorizationToken"],
        Resource: "*",
    };
    const images: PolicyStatement[] =
        repositoryArns.length === 0
            ? []
            : [
                  {
                      Sid: "PullTheImages",
                      Effect: "Allow",
                      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                      Resource: [...new Set(repositoryArns)],
                  },
              ];
    const logs: PolicyStatement[] =
        logGroupArn === undefined
            ? []
            : [
                  {
                      Sid: "WriteLogs",
                      Effect: "Allow",
                      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                      Resource: `${logGroupArn}:*`,
                  },
              ];
    return [login, ...images, ...logs];
}

/** What a task role needs for `aws ecs execute-command`, logged to one log group. */
export function executeCommandStatements(logGroupArn: string): readonly PolicyStatement[] {
    return [
        {
            Sid: "OpenTheSession",
            Effect: "Allow",
            Action: [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resource: "*",
        },
        { Sid: "FindTheLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
        {
            Sid: "LogTheSession",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: `${logGroupArn}:*`,
        },
    ];
}
