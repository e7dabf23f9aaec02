import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { NeuronTaskDefinition, type ModelContainerArgs, type NeuronTaskDefinitionArgs } from "../../components";
import {
    executeCommandStatements,
    policyDocument,
    taskExecutionStatements,
    trustPolicy,
} from "../../components/iam/task";
import { children, register, type Registered } from "./mocked-engine";

const model = {
    name: "bert",
    image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1",
    memoryReservationMiB: 1000,
};
const minimal: NeuronTaskDefinitionArgs = { containers: [model] };

function taskDefinition(registered: readonly Registered[]): Record<string, unknown> {
    const found = registered.find(({ type }) => type === "aws:ecs/taskDefinition:TaskDefinition");
    assert.ok(found, "no task definition was registered");
    return found.inputs;
}

function containers(registered: readonly Registered[]): Record<string, unknown>[] {
    return JSON.parse(taskDefinition(registered)["containerDefinitions"] as string) as Record<string, unknown>[];
}

/** The resource's inputs as `register-task-definition` takes them. */
function asRegistered({ containerDefinitions, volumes, ...others }: Record<string, unknown>): object {
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

const log = (stream: string) => ({
    logDriver: "awslogs",
    options: {
        "awslogs-group": "/ecs/inference-stack",
        "awslogs-region": "us-east-1",
        "awslogs-stream-prefix": stream,
    },
});

describe("NeuronTaskDefinition", () => {
    it("produces the Amazon ECS Developer Guide's example from the example's values", async () => {
        const registered = await register(
            () =>
                new NeuronTaskDefinition("example", {
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
                            memoryReservationMiB: 1000,
                        },
                    ],
                    socketHostPath: "/tmp/sock",
                    logging: false,
                }),
        );
        const example = readFileSync(join(__dirname, "ecs-neuron.task-definition.json"), "utf8")
            .replace("${YOUR_EXECUTION_ROLE}", "arn:aws:iam::123456789012:role/YOUR_EXECUTION_ROLE")
            .replace("${YOUR_IMAGE}", "YOUR_IMAGE");
        assert.deepStrictEqual(
            withoutEmptyLists(asRegistered(taskDefinition(registered))),
            withoutEmptyLists(JSON.parse(example)),
        );
        assert.deepStrictEqual(
            children(registered).map(({ name }) => name),
            ["example-task"],
        );
    });

    it(
        "needs only a model container: the public sidecar, all devices, logs, and a role that may do no more than " +
            "start it",
        async () => {
            const registered = await register(() => new NeuronTaskDefinition("inference", minimal));
            assert.deepStrictEqual(children(registered), [
                {
                    type: "aws:iam/rolePolicy:RolePolicy",
                    name: "inference-execution-policy",
                    inputs: {
                        role: "inference-execution-role-id",
                        policy: policyDocument(
                            taskExecutionStatements(
                                [
                                    "arn:aws:ecr:us-east-1:790709498068:repository/neuron-rtd",
                                    "arn:aws:ecr:us-east-1:123456789012:repository/bert",
                                ],
                                "arn:aws:cloudwatch:us-east-1:123456789012:/ecs/inference-stack",
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
                    inputs: { name: "/ecs/inference-stack", retentionInDays: 30 },
                },
                {
                    type: "aws:ecs/taskDefinition:TaskDefinition",
                    name: "inference-task",
                    inputs: {
                        family: "inference-stack",
                        executionRoleArn: "arn:aws:iam::123456789012:role/inference-execution-role",
                        volumes: [{ name: "sock" }],
                        containerDefinitions: taskDefinition(registered)["containerDefinitions"],
                    },
                },
            ]);
            assert.deepStrictEqual(containers(registered), [
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

    it("derives both sides from one socket path, one volume, one device list and one instance type", async () => {
        const registered = await register(
            () =>
                new NeuronTaskDefinition("inference", {
                    ...minimal,
                    instanceType: "inf1.6xlarge",
                    visibleDevices: "2,3",
                    socketVolumeName: "neuron",
                    socketContainerPath: "/run/neuron",
                    neuronRtdVersion: "1.0.8444.0",
                    neuronRtdMemoryReservationMiB: 512,
                    neuronRtdCpu: 256,
                    neuronRtdHealthCheckCommand: ["CMD-SHELL", "test -S /run/neuron/neuron-rtd.sock"],
                    executionRoleArn: "arn:aws:iam::123456789012:role/own",
                    taskRoleArn: "arn:aws:iam::123456789012:role/own-task",
                    networkMode: "awsvpc",
                    logging: false,
                    tags: { team: "ml" },
                    containers: [
                        {
                            ...model,
                            cpu: 1024,
                            memoryMiB: 2000,
                            environment: { MODEL: "bert" },
                            portMappings: [{ containerPort: 53, protocol: "udp" }],
                        },
                    ],
                }),
        );
        assert.deepStrictEqual(asRegistered(taskDefinition(registered)), {
            family: "inference-stack",
            executionRoleArn: "arn:aws:iam::123456789012:role/own",
            taskRoleArn: "arn:aws:iam::123456789012:role/own-task",
            networkMode: "awsvpc",
            placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.6xlarge" }],
            volumes: [{ name: "neuron" }],
            tags: { team: "ml" },
            containerDefinitions: [
                {
                    name: "bert",
                    image: model.image,
                    cpu: 1024,
                    memoryReservation: 1000,
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
                    environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "2,3" }],
                    mountPoints: [{ containerPath: "/run/neuron", sourceVolume: "neuron" }],
                    linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
                    healthCheck: { command: ["CMD-SHELL", "test -S /run/neuron/neuron-rtd.sock"] },
                },
            ],
        });
    });

    it("makes a task role only where one is asked for, with no more than was asked", async () => {
        const registered = await register(
            () =>
                new NeuronTaskDefinition("inference", {
                    ...minimal,
                    taskRolePolicyArns: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
                    executeCommandLogGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:exec",
                }),
        );
        const inputs = Object.fromEntries(registered.map((one) => [one.name, one.inputs]));
        assert.deepStrictEqual(inputs["inference-task-role"], {
            assumeRolePolicy: trustPolicy("ecs-tasks.amazonaws.com"),
        });
        assert.deepStrictEqual(inputs["inference-task-policy-0"], {
            role: "inference-task-role",
            policyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        });
        assert.deepStrictEqual(inputs["inference-execute-command-policy"], {
            role: "inference-task-role-id",
            policy: policyDocument(executeCommandStatements("arn:aws:logs:us-east-1:123456789012:log-group:exec")),
        });
        assert.equal(taskDefinition(registered)["taskRoleArn"], "arn:aws:iam::123456789012:role/inference-task-role");
    });

    it("pulls an own sidecar image of another registry without a grant for it", async () => {
        const registered = await register(
            () => new NeuronTaskDefinition("inference", { ...minimal, neuronRtdImage: "example.org/my-rtd:2" }),
        );
        assert.equal(containers(registered)[1]?.["image"], "example.org/my-rtd:2");
        assert.equal(
            registered.find(({ name }) => name === "inference-execution-policy")?.inputs["policy"],
            policyDocument(
                taskExecutionStatements(
                    ["arn:aws:ecr:us-east-1:123456789012:repository/bert"],
                    "arn:aws:cloudwatch:us-east-1:123456789012:/ecs/inference-stack",
                ),
            ),
        );
    });

    it("grants the execution role the images of the task and its own log group, and nothing else", () => {
        assert.deepStrictEqual(taskExecutionStatements(["REPOSITORY", "REPOSITORY"], "LOGS"), [
            { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
            {
                Sid: "PullTheImages",
                Effect: "Allow",
                Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                Resource: ["REPOSITORY"],
            },
            {
                Sid: "WriteLogs",
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: "LOGS:*",
            },
        ]);
        assert.deepStrictEqual(taskExecutionStatements([], undefined), [
            { Sid: "LogInToEcr", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
        ]);
    });

    const withContainer = (change: Partial<Record<keyof ModelContainerArgs, unknown>>) => ({
        containers: [{ ...model, ...change }],
    });
    const names = "1 to 255 letters, digits, hyphens and underscores";
    const wrong: [string, object, string[]][] = [
        [
            "no container",
            { containers: [] },
            ["containers is empty, but must be a list with at least one model container"],
        ],
        [
            "a missing list of containers",
            { containers: undefined },
            ["containers is missing; give at least one model container"],
        ],
        [
            "ten model containers",
            { containers: Array.from({ length: 10 }, (_, index) => ({ ...model, name: `model-${index}` })) },
            ["containers has 10 model containers, but a task definition holds 9 beside the sidecar; use several tasks"],
        ],
        [
            "a container without a name",
            withContainer({ name: undefined }),
            ["containers[0].name is missing; give the container a name"],
        ],
        [
            "a container name with a blank",
            withContainer({ name: "my bert" }),
            [`containers[0].name is "my bert", but must be ${names}`],
        ],
        [
            "a model container with the sidecar's name",
            withContainer({ name: "neuron-rtd" }),
            ['containers[0].name is "neuron-rtd", which is the sidecar\'s name; choose another'],
        ],
        [
            "a model container with the sidecar's image",
            withContainer({ image: "own/neuron-rtd:1" }),
            [
                'containers[0].image is "own/neuron-rtd:1", the sidecar\'s image, but must be one that serves a ' +
                    "model: the component adds the sidecar itself; for an own sidecar image give neuronRtdImage",
            ],
        ],
        [
            "a model container that runs a daemon of its own",
            withContainer({ entryPoint: ["sh", "-c"], command: ["neuron-rtd -g unix:/sock/own.sock & serve"] }),
            [
                "containers[0].command runs neuron-rtd, but must not: the component adds the sidecar itself; leave " +
                    "it out",
            ],
        ],
        [
            "two containers of one name",
            { containers: [model, model] },
            ['containers[1].name is "bert", which another container has; choose another'],
        ],
        [
            "a container without an image",
            withContainer({ image: undefined }),
            ["containers[0].image is missing; give the model container's image"],
        ],
        [
            "an image with a blank",
            withContainer({ image: "a b" }),
            ['containers[0].image is "a b", but must be the name of an image, without blanks'],
        ],
        [
            "a container without memory",
            withContainer({ memoryReservationMiB: undefined }),
            [
                "containers[0].memoryReservationMiB is missing; give it, or memoryMiB: ECS needs one of them for " +
                    "each container",
            ],
        ],
        [
            "less memory than Docker takes",
            withContainer({ memoryReservationMiB: 4 }),
            ["containers[0].memoryReservationMiB is 4, but must be a whole number from 6 to 196608 MiB"],
        ],
        [
            "a memory limit below the reservation",
            withContainer({ memoryMiB: 500 }),
            ["containers[0].memoryMiB is 500, but must be at least memoryReservationMiB, which is 1000; raise it"],
        ],
        [
            "negative CPU units",
            withContainer({ cpu: -1 }),
            ["containers[0].cpu is -1, but must be a whole number from 0 to 98304 CPU units"],
        ],
        [
            "only containers that are not essential",
            withContainer({ essential: false }),
            [
                "containers has no essential model container, so the task would go on without its model; leave " +
                    "essential out for one",
            ],
        ],
        [
            "a socket address of one's own",
            withContainer({ environment: { NEURON_RTD_ADDRESS: "unix:/other" } }),
            [
                "containers[0].environment.NEURON_RTD_ADDRESS must not be given: the component sets it, from " +
                    "socketContainerPath; leave it out",
            ],
        ],
        [
            "devices on the model container",
            withContainer({ environment: { AWS_NEURON_VISIBLE_DEVICES: "ALL" } }),
            [
                "containers[0].environment.AWS_NEURON_VISIBLE_DEVICES must not be given: it belongs to the " +
                    "sidecar; give visibleDevices",
            ],
        ],
        [
            "a container port out of range",
            withContainer({ portMappings: [{ containerPort: 0 }] }),
            ["containers[0].portMappings[0].containerPort is 0, but must be a whole number from 1 to 65535"],
        ],
        [
            "a host port out of range",
            withContainer({ portMappings: [{ containerPort: 80, hostPort: 65536 }] }),
            ["containers[0].portMappings[0].hostPort is 65536, but must be a whole number from 0 to 65535"],
        ],
        [
            "a port of the container agent",
            withContainer({ portMappings: [{ containerPort: 80, hostPort: 51678 }] }),
            ["containers[0].portMappings[0].hostPort is 51678, which the instance itself uses; choose another, or 0"],
        ],
        [
            "one host port twice",
            withContainer({
                portMappings: [
                    { containerPort: 80, hostPort: 80 },
                    { containerPort: 81, hostPort: 80 },
                ],
            }),
            [
                "containers[0].portMappings[1].hostPort is 80, which another port mapping of this task takes; " +
                    "choose another, or 0",
            ],
        ],
        [
            "another host port in network mode awsvpc",
            { ...withContainer({ portMappings: [{ containerPort: 80, hostPort: 81 }] }), networkMode: "awsvpc" },
            [
                "containers[0].portMappings[0].hostPort is 81, but in network mode awsvpc it must be " +
                    "containerPort, which is 80; leave it out",
            ],
        ],
        [
            "another protocol",
            withContainer({ portMappings: [{ containerPort: 80, protocol: "http" }] }),
            ['containers[0].portMappings[0].protocol is "http", but must be one of tcp, udp'],
        ],
        [
            "devices with a gap",
            { visibleDevices: "0,2" },
            [
                'visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ' +
                    "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1",
            ],
        ],
        [
            "devices beyond the instance type's",
            { instanceType: "inf1.xlarge", visibleDevices: "0,1" },
            [
                'visibleDevices is "0,1", but device 1 does not exist: inf1.xlarge has 1 Inferentia chip (device ' +
                    "0); give ALL, or a contiguous ascending list of device indexes such as 0 or 0,1",
            ],
        ],
        [
            "devices that are no text",
            { visibleDevices: 0 },
            ["visibleDevices is 0, but must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1"],
        ],
        [
            "an instance type that is not Inf1",
            { instanceType: "inf1.4xlarge" },
            [
                'instanceType is "inf1.4xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
                    "inf1.24xlarge",
            ],
        ],
        [
            "more memory than the instance type has",
            { instanceType: "inf1.xlarge", ...withContainer({ memoryReservationMiB: 8000 }) },
            [
                "containers reserve 9000 MiB with the sidecar, but inf1.xlarge has 8192 MiB, not all of it free; " +
                    "reserve less, or choose a larger type",
            ],
        ],
        [
            "more CPU than the instance type has",
            { instanceType: "inf1.xlarge", ...withContainer({ cpu: 4097 }) },
            [
                "containers reserve 4097 CPU units with the sidecar, but inf1.xlarge has 4096; reserve less, or " +
                    "choose a larger type",
            ],
        ],
        ["a family with a slash", { family: "a/b" }, [`family is "a/b", but must be ${names}`]],
        [
            "a sidecar image and a version",
            { neuronRtdImage: "own", neuronRtdVersion: "1" },
            ["neuronRtdImage is given together with neuronRtdVersion; give only one of the two"],
        ],
        [
            "a version that is no tag",
            { neuronRtdVersion: ":latest" },
            ['neuronRtdVersion is ":latest", but must be a tag of the neuron-rtd image, such as latest or 1.0.8444.0'],
        ],
        [
            "a health check without CMD",
            { neuronRtdHealthCheckCommand: ["test", "-S"] },
            [
                "neuronRtdHealthCheckCommand has 2 items, but must be a list that begins with CMD or CMD-SHELL and " +
                    "goes on with the command",
            ],
        ],
        [
            "a relative socket path",
            { socketContainerPath: "sock" },
            [
                'socketContainerPath is "sock", but must be an absolute path of letters, digits and any of . _ -, ' +
                    "without a slash at its end",
            ],
        ],
        [
            "a socket path that a shell would take apart",
            { socketContainerPath: "/a;b" },
            [
                'socketContainerPath is "/a;b", but must be an absolute path of letters, digits and any of . _ -, ' +
                    "without a slash at its end",
            ],
        ],
        [
            "a host path with a slash at its end",
            { socketHostPath: "/tmp/sock/" },
            ['socketHostPath is "/tmp/sock/", but must be an absolute path without a slash at its end'],
        ],
        [
            "a network mode that cannot be reached",
            { networkMode: "none" },
            ['networkMode is "none", but must be one of bridge, host, awsvpc'],
        ],
        [
            "a role that is no ARN",
            { executionRoleArn: "role" },
            ['executionRoleArn is "role", but must be the ARN of an IAM role'],
        ],
        [
            "a task role and policies for one",
            { taskRoleArn: "arn:aws:iam::123456789012:role/a", taskRolePolicyArns: ["arn:aws:iam::aws:policy/A"] },
            ["taskRoleArn is given together with taskRolePolicyArns; give only one of the two"],
        ],
    ];

    for (const [what, change, problems] of wrong) {
        const message =
            'NeuronTaskDefinition "inference" has ' +
            `${problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`}:\n${problems.map((one) => `  - ${one}`).join("\n")}`;

        it(`refuses ${what}, before it registers a child`, async () => {
            let registered: readonly unknown[] = [];
            const args = { ...minimal, ...change };
            await assert.rejects(
                register(
                    () => new NeuronTaskDefinition("inference", args),
                    (so) => (registered = children(so)),
                ),
                { name: "InvalidArgumentsError", message },
            );
            assert.deepStrictEqual(registered, []);
        });

        it(`refuses ${what}, given as outputs, before it registers a child`, async () => {
            let registered: readonly unknown[] = [];
            const args = Object.fromEntries(
                Object.entries({ ...minimal, ...change }).map(([key, value]) => [
                    key,
                    value === undefined || key === "taskRolePolicyArns"
                        ? (value as unknown)
                        : pulumi.output(value as unknown),
                ]),
            );
            await assert.rejects(
                register(
                    () => new NeuronTaskDefinition("inference", args as unknown as NeuronTaskDefinitionArgs),
                    (so) => (registered = children(so)),
                ),
                { name: "InvalidArgumentsError", message },
            );
            assert.deepStrictEqual(registered, []);
        });
    }
});
