import assert from "node:assert/strict";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { minimal, statements } from "./harness";

describe("What TaskDefinition needs to start", () => {
    it("may read the secrets, parameters and files that any container names, and write to the log groups", async () => {
        const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret";
        const args: TaskDefinitionArgs = {
            containers: [
                {
                    name: "bert",
                    image: "bert:1",
                    secrets: [
                        { name: "TOKEN", valueFrom: `${secret}:token-AbCdEf:key::` },
                        { name: "NAME", valueFrom: "/bert/name" },
                        { name: "PLACE", valueFrom: "arn:aws:ssm:us-west-2:123456789012:parameter/place" },
                    ],
                    environmentFiles: [{ type: "s3", value: "arn:aws:s3:::bucket/bert.env" }],
                    repositoryCredentials: { credentialsParameter: `${secret}:registry` },
                },
            ],
            sidecars: [
                {
                    name: "logs",
                    image: "logs:1",
                    memory: 64,
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom: `${secret}:splunk` }],
                    },
                },
            ],
            neuronRtd: {
                image: "rtd:1",
                logConfiguration: {
                    logDriver: "awslogs",
                    options: { "awslogs-group": "own", "awslogs-region": "us-west-2" },
                },
            },
            executionRoleStatements: [
                {
                    sid: "DecryptSecrets",
                    actions: ["kms:Decrypt"],
                    resources: ["arn:aws:kms:us-east-1:123456789012:key/0"],
                    conditions: [{ test: "StringEquals", variable: "kms:ViaService", values: ["secretsmanager"] }],
                },
            ],
        };
        assert.deepStrictEqual(await statements("inference-execution-policy", args), [
            { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
            {
                Sid: "ReadSecrets",
                Effect: "Allow",
                Action: ["secretsmanager:GetSecretValue"],
                Resource: [`${secret}:token-AbCdEf`, `${secret}:registry`, `${secret}:splunk`],
            },
            {
                Sid: "ReadParameters",
                Effect: "Allow",
                Action: ["ssm:GetParameters"],
                Resource: [
                    "arn:aws:ssm:us-east-1:*:parameter/bert/name",
                    "arn:aws:ssm:us-west-2:123456789012:parameter/place",
                ],
            },
            {
                Sid: "ReadEnvironmentFiles",
                Effect: "Allow",
                Action: ["s3:GetObject"],
                Resource: ["arn:aws:s3:::bucket/bert.env"],
            },
            {
                Sid: "FindEnvironmentFiles",
                Effect: "Allow",
                Action: ["s3:GetBucketLocation"],
                Resource: ["arn:aws:s3:::bucket"],
            },
            {
                Sid: "WriteLogs",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: [
                    "arn:aws:cloudwatch:us-east-1:123456789012:/ecs/project-stack-inference:*",
                    "arn:aws:logs:us-west-2:*:log-group:own:*",
                ],
            },
            {
                Sid: "DecryptSecrets",
                Effect: "Allow",
                Action: ["kms:Decrypt"],
                Resource: ["arn:aws:kms:us-east-1:123456789012:key/0"],
                Condition: { StringEquals: { "kms:ViaService": ["secretsmanager"] } },
            },
        ]);
    });

    it("needs no grant for the daemon's image", async () => {
        const args: TaskDefinitionArgs = { ...minimal, runtime: "libnrt", visibleDevices: "0" };
        const found = await statements("inference-execution-policy", args);
        assert.deepStrictEqual(found.find(({ Sid }) => Sid === "PullTheImages")?.Resource, [
            "arn:aws:ecr:us-east-1:123456789012:repository/bert",
        ]);
    });
});
