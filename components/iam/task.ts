/**
 * The least that the roles of an ECS task must be allowed.
 *
 * Source: Amazon ECS Developer Guide, task execution IAM role, and ECS Exec.
 */
import type { PolicyStatement } from "./policy";

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
