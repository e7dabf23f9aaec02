import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as ecs from "@aws-sdk/client-ecs";
import { policyDocument, trustPolicy } from "../../../components/iam/policy";
import { taskExecutionStatements } from "../../../components/iam/task";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { register } from "../mocked-engine";
import { containers, log, minimal, model, registered, taskDefinition } from "./harness";

/** The resource's inputs as `register-task-definition` takes them. */
function asRegistered({ containerDefinitions, volumes, skipDestroy: _, ...others }: Record<string, unknown>): object {
    return {
        ...others,
        containerDefinitions: JSON.parse(containerDefinitions as string) as unknown,
        volumes: (volumes as { name: string; hostPath?: string }[]).map(({ name, hostPath }) => ({
            name,
            ...(hostPath && { host: { sourcePath: hostPath } }),
        })),
    };
}

/** ECS adds empty lists to what it is given; they mean the same as none. */
function withoutEmptyLists(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutEmptyLists);
    }
    return typeof value !== "object" || value === null
        ? value
        : Object.fromEntries(
              Object.entries(value)
                  .filter(([, member]) => !(Array.isArray(member) && member.length === 0))
                  .map(([key, member]) => [key, withoutEmptyLists(member)]),
          );
}

describe("TaskDefinition", () => {
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
                                { partition: "aws", region: "us-east-1" },
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

    it("writes every argument that it does not decide as it is given", async () => {
        const given = {
            cpu: "2048",
            memory: "4096",
            pidMode: "task",
            ipcMode: "task",
            runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
            requiresCompatibilities: ["EC2"],
            proxyConfiguration: { containerName: "envoy", type: "APPMESH", properties: { AppPorts: "8501" } },
            enableFaultInjection: true,
            networkMode: "awsvpc",
        } as const;
        const decided = {
            family: "",
            taskRoleArn: "",
            executionRoleArn: "",
            containerDefinitions: "",
            volumes: "",
            placementConstraints: "",
            tags: "",
            // Elastic Inference's, and Fargate's.
            inferenceAccelerators: "",
            ephemeralStorage: "",
        };
        const all: Record<keyof ecs.RegisterTaskDefinitionRequest, unknown> = { ...given, ...decided };
        const resources = await registered({
            ...given,
            runtimePlatform: { ...given.runtimePlatform },
            requiresCompatibilities: [...given.requiresCompatibilities],
            containers: [model],
            sidecars: [{ name: "envoy", image: "envoy:1" }],
            trackLatest: true,
            keepOldRevisions: true,
        });
        const inputs = taskDefinition(resources);
        const shown = Object.keys(all).filter((name) => !Object.hasOwn(decided, name));
        assert.deepStrictEqual(Object.fromEntries(shown.map((name) => [name, inputs[name]])), given);
        assert.deepStrictEqual([inputs["trackLatest"], inputs["skipDestroy"]], [true, true]);
        // With memory of the task's own its containers need none.
        assert.deepStrictEqual(
            containers(resources).map(({ memoryReservation }) => memoryReservation),
            [undefined, undefined, undefined],
        );
    });

    it("is at hand as resources", async () => {
        let component: TaskDefinition | undefined;
        await register(() => {
            component = new TaskDefinition("inference", { ...minimal, executeCommand: true });
        });
        const { taskDefinition, executionRole, taskRole, logGroup } = component as TaskDefinition;
        const types = [taskDefinition, executionRole, taskRole, logGroup].map(
            (one) => (one as unknown as { readonly __pulumiType: string }).__pulumiType,
        );
        assert.deepStrictEqual(types, [
            "aws:ecs/taskDefinition:TaskDefinition",
            "aws:iam/role:Role",
            "aws:iam/role:Role",
            "aws:cloudwatch/logGroup:LogGroup",
        ]);
    });
});

describe("TaskDefinition, given the values of the Amazon ECS Developer Guide's example", () => {
    it("makes the example, and nothing besides", async () => {
        const resources = await registered({
            family: "ecs-neuron",
            executionRoleArn: "arn:aws:iam::123456789012:role/YOUR_EXECUTION_ROLE",
            containers: [
                {
                    name: "bert",
                    image: "YOUR_IMAGE",
                    entryPoint: ["sh", "-c"],
                    command: [
                        "tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=bert " +
                            "--model_base_path=/bert",
                    ],
                    portMappings: [
                        { containerPort: 8500, hostPort: 8500 },
                        { containerPort: 8501, hostPort: 8501 },
                        { containerPort: 80 },
                    ],
                },
            ],
            neuronRtd: { socket: { hostPath: "/tmp/sock" } },
            logging: false,
        });
        const example = readFileSync(join(__dirname, "..", "ecs-neuron.task-definition.json"), "utf8")
            .replace("${YOUR_EXECUTION_ROLE}", "arn:aws:iam::123456789012:role/YOUR_EXECUTION_ROLE")
            .replace("${YOUR_IMAGE}", "YOUR_IMAGE");
        assert.deepStrictEqual(
            withoutEmptyLists(asRegistered(taskDefinition(resources))),
            withoutEmptyLists(JSON.parse(example)),
        );
        assert.deepStrictEqual(
            resources.map(({ name }) => name),
            ["inference-task"],
        );
    });
});
