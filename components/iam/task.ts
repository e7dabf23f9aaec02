/**
 * The least that the roles of an ECS task must be allowed.
 *
 * Sources: Amazon ECS Developer Guide, task execution IAM role, and ECS Exec; Amazon ECR User Guide, IAM permissions
 * for pull through cache.
 */
import { readEcrImage } from "../../contract";
import type { PolicyStatement } from "./policy";

/** What ECS reads and writes to start a task. */
export interface ExecutionNeeds {
    /** The images of all containers. */
    readonly images: readonly string[];
    /** ARNs of log groups. */
    readonly logGroupArns: readonly string[];
    /** Secrets and parameters, as `valueFrom` and `credentialsParameter` name them. */
    readonly secrets: readonly string[];
    /** ARNs of objects in Amazon S3. */
    readonly environmentFiles: readonly string[];
    /** ARNs of the keys that encrypt them. */
    readonly kmsKeyArns: readonly string[];
    /** Prefixes of the repositories that a pull-through cache rule of ECR fills at the first pull. */
    readonly pullThroughCachePrefixes: readonly string[];
}

/** The region in which a task runs. */
export interface AwsRegion {
    readonly partition: string;
    readonly region: string;
}

/** What ECS needs to start a task: its images from ECR, its secrets and environment files, and its log groups. */
export function taskExecutionStatements(needs: ExecutionNeeds, place: AwsRegion): readonly PolicyStatement[] {
    const cached = needs.images.filter((image) =>
        needs.pullThroughCachePrefixes.some((prefix) => readEcrImage(image)?.repository.startsWith(`${prefix}/`)),
    );
    const secrets = needs.secrets.filter(isSecret).map(secretArn);
    const parameters = needs.secrets.filter((one) => !isSecret(one)).map((one) => parameterArn(one, place));
    return [
        ...imagePullStatements(needs.images, place),
        ...allow(
            "FillThePullThroughCache",
            ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
            repositoryArns(cached, place),
        ),
        ...allow("ReadSecrets", ["secretsmanager:GetSecretValue"], secrets),
        ...allow("ReadParameters", ["ssm:GetParameters"], parameters),
        ...allow("ReadEnvironmentFiles", ["s3:GetObject"], needs.environmentFiles),
        ...allow("FindEnvironmentFiles", ["s3:GetBucketLocation"], needs.environmentFiles.map(bucketArn)),
        ...allow("DecryptWithTheKeys", ["kms:Decrypt"], needs.kmsKeyArns),
        ...allow(
            "WriteLogs",
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            needs.logGroupArns.map((arn) => `${arn}:*`),
        ),
    ];
}

/** What pulling images of ECR needs. */
export function imagePullStatements(
    images: readonly string[],
    place: Pick<AwsRegion, "partition">,
): readonly PolicyStatement[] {
    return [
        { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
        ...allow(
            "PullTheImages",
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            repositoryArns(images, place),
        ),
    ];
}

/** The ARN of a log group that a log driver's options name, in whatever account the task runs. */
export function logGroupArn(name: string, { partition, region }: AwsRegion): string {
    return `arn:${partition}:logs:${region}:*:log-group:${name}`;
}

/** The sessions of `aws ecs execute-command`: where they are logged, and with which key they are encrypted. */
export interface Sessions {
    readonly logGroupArn?: string | undefined;
    readonly kmsKeyArn?: string | undefined;
}

/** What a task role needs for `aws ecs execute-command`. */
export function executeCommandStatements({ logGroupArn, kmsKeyArn }: Sessions): readonly PolicyStatement[] {
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
        ...(logGroupArn === undefined ? [] : logStatements(logGroupArn)),
        ...(kmsKeyArn === undefined ? [] : allow("DecryptTheSession", ["kms:Decrypt"], [kmsKeyArn])),
    ];
}

function logStatements(arn: string): readonly PolicyStatement[] {
    return [
        { Sid: "FindTheLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
        {
            Sid: "LogTheSession",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: `${arn}:*`,
        },
    ];
}

/** The ARNs of the ECR repositories that images name; those of other registries have none. */
function repositoryArns(images: readonly string[], { partition }: Pick<AwsRegion, "partition">): readonly string[] {
    return images
        .map(readEcrImage)
        .filter((read) => read !== undefined)
        .map(({ region, account, repository }) => `arn:${partition}:ecr:${region}:${account}:repository/${repository}`);
}

function isSecret(valueFrom: string): boolean {
    return valueFrom.split(":")[2] === "secretsmanager";
}

/** Without the JSON key, stage and version that may follow the secret's ARN. */
function secretArn(valueFrom: string): string {
    return valueFrom.split(":").slice(0, 7).join(":");
}

/** A name is one of the task's own account and region. */
function parameterArn(valueFrom: string, { partition, region }: AwsRegion): string {
    const name = valueFrom.replace(/^\//, "");
    return valueFrom.startsWith("arn:") ? valueFrom : `arn:${partition}:ssm:${region}:*:parameter/${name}`;
}

function bucketArn(objectArn: string): string {
    return objectArn.split("/")[0] ?? objectArn;
}

function allow(Sid: string, Action: readonly string[], resources: readonly string[]): readonly PolicyStatement[] {
    return resources.length === 0 ? [] : [{ Sid, Effect: "Allow", Action, Resource: [...new Set(resources)] }];
}
