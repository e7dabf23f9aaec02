import assert from "node:assert/strict";
import { policyDocument, trustPolicy } from "../../../components/iam/policy";
import { taskExecutionStatements } from "../../../components/iam/task";
import { containers, log, minimal, model, registered, taskDefinition } from "./harness";

const place = { partition: "aws", region: "us-east-1" };

describe("TaskDefinition with the daemon", () => {
    it(
        "needs only a model container: the public sidecar, all devices, 1000 MiB for each, logs, and a role that may do " +
            "no more than start it",
        async () => {
            const resources = await registered(minimal);
            assert.deepStrictEqual(resources, [
                {
                    type: "aws:iam/rolePolicy:RolePolicy",
                    name: "inference-execution-policy",
                    inputs: {
                        role: "inference-execution-role-id",
                        policy: policyDocument(
                            taskExecutionStatements(
                                {
                                    images: [
                                        "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                                        model.image,
                                    ],
                                    logGroupArns: [
                                        "arn:aws:cloudwatch:us-east-1:123456789012:/ecs/project-stack-inference",
                                    ],
                                    secrets: [],
                                    environmentFiles: [],
                                    kmsKeyArns: [],
                                    pullThroughCachePrefixes: [],
                                },
                                place,
                            ),
                        ),
                    },
                },
                {
                    type: "aws:iam/role:Role",
                    name: "inference-execution-role",
                    inputs: { assumeRolePolicy: trustPolicy("ecs-tasks.amazonaws.com") },
                },
                {
                    type: "aws:cloudwatch/logGroup:LogGroup",
                    name: "inference-logs",
                    inputs: { name: "/ecs/project-stack-inference", retentionInDays: 30 },
                },
                {
                    type: "aws:ecs/taskDefinition:TaskDefinition",
                    name: "inference-task",
                    inputs: {
                        family: "project-stack-inference",
                        executionRoleArn: "arn:aws:iam::123456789012:role/inference-execution-role",
                        volumes: [{ name: "sock" }],
                        skipDestroy: false,
                        containerDefinitions: taskDefinition(resources)["containerDefinitions"],
                    },
                },
            ]);
            assert.deepStrictEqual(containers(resources), [
                {
                    name: "bert",
                    image: model.image,
                    cpu: 0,
                    memoryReservation: 1000,
                    essential: true,
                    portMappings: [],
                    dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                    mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
                    logConfiguration: log("bert"),
                },
                {
                    name: "neuron-rtd",
                    image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                    entryPoint: ["sh", "-c"],
                    command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"],
                    cpu: 0,
                    memoryReservation: 1000,
                    essential: true,
                    portMappings: [],
                    environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
                    mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
                    linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
                    logConfiguration: log("neuron-rtd"),
                },
            ]);
        },
    );

    it("derives both sides from one socket, one device list and one instance type", async () => {
        const resources = await registered({
            instanceType: "inf1.6xlarge",
            visibleDevices: "2,3",
            neuronRtd: {
                version: "1.0.8444.0",
                memoryReservation: 512,
                cpu: 256,
                environment: [{ name: "LEVEL", value: "debug" }],
                linuxParameters: { initProcessEnabled: true },
                healthCheck: { command: ["CMD-SHELL", "test -S /run/neuron/neuron-rtd.sock"], startPeriod: 10 },
                socket: { volumeName: "neuron", containerPath: "/run/neuron" },
            },
            executionRoleArn: "arn:aws:iam::123456789012:role/own",
            taskRoleArn: "arn:aws:iam::123456789012:role/own-task",
            networkMode: "awsvpc",
            logging: false,
            tags: { team: "ml" },
            containers: [
                {
                    ...model,
                    cpu: 1024,
                    memory: 2000,
                    environment: [{ name: "MODEL", value: "bert" }],
                    portMappings: [{ containerPort: 53, protocol: "udp" }],
                },
            ],
        });
        const { containerDefinitions: _, ...others } = taskDefinition(resources);
        assert.deepStrictEqual(others, {
            family: "project-stack-inference",
            executionRoleArn: "arn:aws:iam::123456789012:role/own",
            taskRoleArn: "arn:aws:iam::123456789012:role/own-task",
            networkMode: "awsvpc",
            placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.6xlarge" }],
            volumes: [{ name: "neuron" }],
            skipDestroy: false,
            tags: { team: "ml" },
        });
        assert.deepStrictEqual(containers(resources), [
            {
                name: "bert",
                image: model.image,
                cpu: 1024,
                memory: 2000,
                essential: true,
                portMappings: [{ containerPort: 53, hostPort: 53, protocol: "udp" }],
                dependsOn: [{ containerName: "neuron-rtd", condition: "HEALTHY" }],
                environment: [
                    { name: "MODEL", value: "bert" },
                    { name: "NEURON_RTD_ADDRESS", value: "unix:/run/neuron/neuron-rtd.sock" },
                ],
                mountPoints: [{ containerPath: "/run/neuron", sourceVolume: "neuron" }],
            },
            {
                name: "neuron-rtd",
                image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:1.0.8444.0",
                entryPoint: ["sh", "-c"],
                command: ["neuron-rtd -g unix:/run/neuron/neuron-rtd.sock"],
                cpu: 256,
                memoryReservation: 512,
                essential: true,
                portMappings: [],
                environment: [
                    { name: "LEVEL", value: "debug" },
                    { name: "AWS_NEURON_VISIBLE_DEVICES", value: "2,3" },
                ],
                mountPoints: [{ containerPath: "/run/neuron", sourceVolume: "neuron" }],
                linuxParameters: {
                    initProcessEnabled: true,
                    capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] },
                },
                healthCheck: {
                    command: ["CMD-SHELL", "test -S /run/neuron/neuron-rtd.sock"],
                    interval: 30,
                    timeout: 5,
                    retries: 3,
                    startPeriod: 10,
                },
            },
        ]);
    });

    it("lets model containers wait for more than the daemon, and for its start where its check is turned off", async () => {
        const resources = await registered({
            containers: [{ ...model, dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] }],
            sidecars: [{ name: "fetch", image: "fetch:1", memory: 64, essential: false }],
            neuronRtd: { healthCheck: { command: ["NONE"] } },
        });
        assert.deepStrictEqual(
            containers(resources).map(({ name, dependsOn }) => [name, dependsOn]),
            [
                [
                    "bert",
                    [
                        { containerName: "neuron-rtd", condition: "START" },
                        { containerName: "fetch", condition: "SUCCESS" },
                    ],
                ],
                ["fetch", undefined],
                ["neuron-rtd", undefined],
            ],
        );
    });

    it("takes an own image of the daemon from another registry", async () => {
        const resources = await registered({ ...minimal, neuronRtd: { image: "example.org/my-rtd:2" } });
        assert.equal(containers(resources)[1]?.["image"], "example.org/my-rtd:2");
    });
});
