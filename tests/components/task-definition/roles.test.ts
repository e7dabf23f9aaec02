import assert from "node:assert/strict";
import { trustPolicy } from "../../../components/iam/policy";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { pool, inputsOf, minimal, model, registered, statements, taskDefinition } from "./harness";

const login = { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" };
const libnrt = { runtime: "libnrt", visibleDevices: "0", logging: false } as const;

describe("The execution role of TaskDefinition", () => {
    it("may fill the pull-through cache of ECR for the images below its prefixes, and no others", async () => {
        const registry = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
        const args = {
            ...libnrt,
            pullThroughCachePrefixes: ["ecr-public", "team/hub"],
            containers: [{ ...model, image: `${registry}/ecr-public/neuron/pytorch-inference-neuronx:1` }],
            sidecars: [
                { name: "logs", image: `${registry}/ecr-publicly/logs:1`, memory: 64 },
                { name: "proxy", image: `${registry}/team/hub/envoy:1`, memory: 64 },
            ],
        };
        const repository = `arn:aws:ecr:us-east-1:123456789012:repository`;
        assert.deepStrictEqual((await statements("inference-execution-policy", args)).slice(2), [
            {
                Sid: "FillThePullThroughCache",
                Effect: "Allow",
                Action: ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
                Resource: [`${repository}/ecr-public/neuron/pytorch-inference-neuronx`, `${repository}/team/hub/envoy`],
            },
        ]);
    });

    it("may decrypt with the keys of its secrets", async () => {
        const key = "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/0";
        const args = { ...libnrt, secretsKmsKeyArns: [key], containers: [{ ...model, image: "example.org/bert:1" }] };
        assert.deepStrictEqual(await statements("inference-execution-policy", args), [
            login,
            { Sid: "DecryptWithTheKeys", Effect: "Allow", Action: ["kms:Decrypt"], Resource: [key] },
        ]);
    });
});

describe("The task role of TaskDefinition", () => {
    it("is not made where nothing asks for one", async () => {
        const resources = await registered(minimal);
        assert.equal(
            resources.find(({ name }) => name === "inference-task-role"),
            undefined,
        );
        assert.equal(taskDefinition(resources)["taskRoleArn"], undefined);
    });

    it("may do what its policies and statements say, within its boundary", async () => {
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
        const resources = await registered({
            ...minimal,
            permissionsBoundary,
            taskRolePolicyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
            taskRoleStatements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::models/*"] }],
        });
        for (const role of ["inference-task-role", "inference-execution-role"]) {
            assert.deepStrictEqual(inputsOf(resources, role), {
                assumeRolePolicy: trustPolicy("ecs-tasks.amazonaws.com"),
                permissionsBoundary,
            });
        }
        assert.deepStrictEqual(inputsOf(resources, "inference-task-policy-0"), {
            role: "inference-task-role",
            policyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        });
        assert.deepStrictEqual(JSON.parse(inputsOf(resources, "inference-task-policy")["policy"] as string), {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::models/*"] }],
        });
        assert.equal(taskDefinition(resources)["taskRoleArn"], "arn:aws:iam::123456789012:role/inference-task-role");
    });

    const channels = {
        Sid: "OpenTheSession",
        Effect: "Allow",
        Action: [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
        ],
        Resource: "*",
    };
    const logTo = (group: string) => [
        { Sid: "FindTheLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
        {
            Sid: "LogTheSession",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: `${group}:*`,
        },
    ];
    const decrypt = (key: string) => ({
        Sid: "DecryptTheSession",
        Effect: "Allow",
        Action: ["kms:Decrypt"],
        Resource: [key],
    });

    it("lets sessions in, logged and encrypted as the pool says", async () => {
        const args: TaskDefinitionArgs = {
            ...minimal,
            executeCommand: true,
            pool: { ...pool, executeCommandLogGroupArn: "GROUP", executeCommandKmsKeyArn: "KEY" },
        };
        assert.deepStrictEqual(await statements("inference-execute-command-policy", args), [
            channels,
            ...logTo("GROUP"),
            decrypt("KEY"),
        ]);
    });

    it("lets sessions in that are neither logged nor encrypted, where the pool says nothing of it", async () => {
        const args: TaskDefinitionArgs = { ...minimal, executeCommand: true, pool };
        assert.deepStrictEqual(await statements("inference-execute-command-policy", args), [channels]);
    });

    it("lets sessions in, logged and encrypted as it is told", async () => {
        const group = "arn:aws:logs:us-east-1:123456789012:log-group:exec";
        const key = "arn:aws:kms:us-east-1:123456789012:key/0";
        const args: TaskDefinitionArgs = {
            ...minimal,
            executeCommand: true,
            executeCommandLogGroupArn: group,
            executeCommandKmsKeyArn: key,
            pool: { ...pool, executeCommandLogGroupArn: "GROUP", executeCommandKmsKeyArn: "KEY" },
        };
        assert.deepStrictEqual(await statements("inference-execute-command-policy", args), [
            channels,
            ...logTo(group),
            decrypt(key),
        ]);
    });
});
