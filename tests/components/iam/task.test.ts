import assert from "node:assert/strict";
import {
    executeCommandStatements,
    logGroupArn,
    taskExecutionStatements,
    type ExecutionNeeds,
} from "../../../components/iam/task";

const place = { partition: "aws", region: "us-east-1" };
const nothing: ExecutionNeeds = {
    images: [],
    logGroupArns: [],
    secrets: [],
    environmentFiles: [],
    kmsKeyArns: [],
    pullThroughCachePrefixes: [],
};
const login = { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" };
const allowed = (Sid: string, Action: string[], Resource: string[]) => ({ Sid, Effect: "Allow", Action, Resource });
const pull = (repositories: string[]) =>
    allowed(
        "PullTheImages",
        ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        repositories,
    );

const registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
const repository = "arn:aws:ecr:us-east-1:123456789012:repository";
const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret";

describe("What ECS may do to start a task", () => {
    it("is to log in to ECR, and no more where nothing else is needed", () => {
        const needs = { ...nothing, images: ["example.org/bert:1"] };
        assert.deepStrictEqual(taskExecutionStatements(needs, place), [login]);
    });

    const hosts = [
        registry,
        "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com",
        "123456789012.dkr-ecr.us-east-1.on.aws",
        "123456789012.dkr-ecr-fips.us-east-1.on.aws",
    ];
    const inChina = [
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
        "123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn",
    ];
    for (const host of [...hosts, ...inChina]) {
        it(`is to pull an image from ${host}`, () => {
            const region = host.includes("cn-north-1") ? "cn-north-1" : "us-east-1";
            const needs = { ...nothing, images: [`${host}/team/bert@sha256:00`] };
            assert.deepStrictEqual(taskExecutionStatements(needs, place), [
                login,
                pull([`arn:aws:ecr:${region}:123456789012:repository/team/bert`]),
            ]);
        });
    }

    const cases: [string, Partial<ExecutionNeeds>, object[]][] = [
        [
            "to pull two images of one repository",
            { images: [`${registry}/bert:1`, `${registry}/bert:2`] },
            [pull([`${repository}/bert`])],
        ],
        [
            "to fill the pull-through cache below a prefix, but not beside it",
            {
                images: ["hub/a", "hub", "hubs/a"].map((name) => `${registry}/${name}`),
                pullThroughCachePrefixes: ["hub"],
            },
            [
                pull(["hub/a", "hub", "hubs/a"].map((name) => `${repository}/${name}`)),
                allowed(
                    "FillThePullThroughCache",
                    ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
                    [`${repository}/hub/a`],
                ),
            ],
        ],
        [
            "to read a secret, whatever key, stage and version of it",
            { secrets: [`${secret}:token-AbCdEf:key:AWSCURRENT:`, `${secret}:token-AbCdEf`] },
            [allowed("ReadSecrets", ["secretsmanager:GetSecretValue"], [`${secret}:token-AbCdEf`])],
        ],
        [
            "to read parameters by name, of any account, and by ARN",
            { secrets: ["/bert/name", "name", "arn:aws:ssm:us-west-2:123456789012:parameter/place"] },
            [
                allowed(
                    "ReadParameters",
                    ["ssm:GetParameters"],
                    [
                        "arn:aws:ssm:us-east-1:*:parameter/bert/name",
                        "arn:aws:ssm:us-east-1:*:parameter/name",
                        "arn:aws:ssm:us-west-2:123456789012:parameter/place",
                    ],
                ),
            ],
        ],
        [
            "to read environment files, and to find their bucket",
            { environmentFiles: ["arn:aws:s3:::bucket/a/bert.env", "arn:aws:s3:::bucket/b.env"] },
            [
                allowed(
                    "ReadEnvironmentFiles",
                    ["s3:GetObject"],
                    ["arn:aws:s3:::bucket/a/bert.env", "arn:aws:s3:::bucket/b.env"],
                ),
                allowed("FindEnvironmentFiles", ["s3:GetBucketLocation"], ["arn:aws:s3:::bucket"]),
            ],
        ],
        ["to decrypt with a key", { kmsKeyArns: ["KEY"] }, [allowed("DecryptWithTheKeys", ["kms:Decrypt"], ["KEY"])]],
        [
            "to write to the streams of a log group",
            { logGroupArns: ["GROUP"] },
            [allowed("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], ["GROUP:*"])],
        ],
    ];
    for (const [what, needs, statements] of cases) {
        it(`is ${what}`, () =>
            assert.deepStrictEqual(taskExecutionStatements({ ...nothing, ...needs }, place), [login, ...statements]));
    }

    it("is named in the partition and the region of the task", () => {
        const inChina = { partition: "aws-cn", region: "cn-north-1" };
        const images = ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/bert:1"];
        assert.deepStrictEqual(taskExecutionStatements({ ...nothing, images, secrets: ["name"] }, inChina), [
            login,
            pull(["arn:aws-cn:ecr:cn-north-1:123456789012:repository/bert"]),
            allowed("ReadParameters", ["ssm:GetParameters"], ["arn:aws-cn:ssm:cn-north-1:*:parameter/name"]),
        ]);
        assert.equal(logGroupArn("own", inChina), "arn:aws-cn:logs:cn-north-1:*:log-group:own");
    });
});

describe("What a task role may do for sessions", () => {
    const channels = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
    const session = {
        Sid: "OpenTheSession",
        Effect: "Allow",
        Action: channels.map((name) => `ssmmessages:${name}`),
        Resource: "*",
    };

    it("is to open their channels, and no more where they are neither logged nor encrypted", () => {
        assert.deepStrictEqual(executeCommandStatements({}), [session]);
    });

    it("is to log them", () => {
        assert.deepStrictEqual(executeCommandStatements({ logGroupArn: "GROUP" }), [
            session,
            { Sid: "FindTheLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
            {
                Sid: "LogTheSession",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: "GROUP:*",
            },
        ]);
    });

    it("is to decrypt them", () => {
        assert.deepStrictEqual(executeCommandStatements({ kmsKeyArn: "KEY" }), [
            session,
            allowed("DecryptTheSession", ["kms:Decrypt"], ["KEY"]),
        ]);
    });
});
