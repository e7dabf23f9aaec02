import { refuses } from "../harness";

const role = "arn:aws:iam::123456789012:role/a";

describe("TaskDefinition, before it registers a child, with roles and logs", () => {
    refuses([
        [
            "a task role, and what one would be made for",
            {
                taskRoleArn: role,
                taskRolePolicyArns: ["arn:aws:iam::aws:policy/A"],
                taskRoleStatements: [{ actions: ["s3:GetObject"], resources: ["*"] }],
                executeCommand: true,
            },
            [
                "taskRoleArn is given together with taskRolePolicyArns; give only one of the two",
                "taskRoleArn is given together with taskRoleStatements; give only one of the two",
                "taskRoleArn is given together with executeCommand; give only one of the two",
            ],
        ],
        [
            "an execution role, and statements for one",
            { executionRoleArn: role, executionRoleStatements: [{ actions: ["kms:Decrypt"], resources: ["*"] }] },
            ["executionRoleArn is given together with executionRoleStatements; give only one of the two"],
        ],
        [
            "an execution role, and keys and prefixes for one",
            {
                executionRoleArn: role,
                secretsKmsKeyArns: ["arn:aws:kms:us-east-1:123456789012:key/0"],
                pullThroughCachePrefixes: ["hub"],
            },
            [
                "executionRoleArn is given together with secretsKmsKeyArns; give only one of the two",
                "executionRoleArn is given together with pullThroughCachePrefixes; give only one of the two",
            ],
        ],
        [
            "a key for logs that are none",
            { logging: false, logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0" },
            ["logKmsKeyArn is given together with logging; give only one of the two"],
        ],
        [
            "a key of sessions that there are none of",
            { executeCommandKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0" },
            [
                "executeCommandKmsKeyArn is given, although executeCommand is not; give executeCommand: true, or leave it " +
                    "out",
            ],
        ],
        [
            "a log group that is not made",
            { logging: false, logGroupName: "/own" },
            ["logGroupName is given together with logging; give only one of the two"],
        ],
        [
            "two conditions of one operator and key, of which a policy would keep the second",
            {
                taskRoleStatements: [
                    {
                        actions: ["s3:GetObject"],
                        resources: ["*"],
                        conditions: [
                            { test: "StringEquals", variable: "aws:SourceVpce", values: ["vpce-1"] },
                            { test: "StringLike", variable: "aws:SourceVpce", values: ["vpce-*"] },
                            { test: "StringEquals", variable: "aws:SourceVpce", values: ["vpce-2"] },
                        ],
                    },
                ],
            },
            [
                'taskRoleStatements[0].conditions[2].variable is "aws:SourceVpce", which taskRoleStatements[0].conditions[0] ' +
                    "compares by StringEquals too, but a policy has one such condition; give all values in one, or a " +
                    "second statement",
            ],
        ],
    ]);
});
