import assert from "node:assert/strict";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { UNKNOWN } from "../../../ecs/known";
import { componentContainers, unknownInputs } from "../../../checks/stack/component";
import type { Container } from "../../../ecs/task/task-definition";
import { componentTypes } from "../../../contract";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { register } from "../../components/mocked-engine";
import { propertyText } from "../../../checks/phrasing/property-text";

const model = { name: "bert", image: "example.org/bert:1" };

/** What the rules read of container definitions. */
function read(containerDefinitions: unknown): readonly Container[] {
    const { containers, problems } = readTaskDefinition({ containerDefinitions });
    assert.deepStrictEqual(problems, []);
    assert.ok(containers !== UNKNOWN);
    return containers;
}

function foreseen(inputs: Record<string, unknown>): readonly Container[] {
    return read(componentContainers(inputs));
}

/** The container at an index, as the component makes it of one model container, with something else. */
function withUnknown(index: number, changed: Partial<Container>, inputs: Record<string, unknown> = {}): Container {
    const container = foreseen({ containers: [model], ...inputs })[index];
    assert.ok(container);
    return { ...container, ...changed };
}

describe("The container definitions that TaskDefinition will make", () => {
    const unknown = (given: object) => unknownInputs(given).map((path) => propertyText({ path }));

    const cases: [string, TaskDefinitionArgs][] = [
        ["the least arguments", { containers: [model] }],
        [
            "all that decide containers",
            {
                containers: [
                    {
                        ...model,
                        environment: [{ name: "LEVEL", value: "info" }],
                        command: ["serve"],
                        entryPoint: ["sh", "-c"],
                        portMappings: [{ containerPort: 8500 }, { containerPort: 8501, hostPort: 9000 }],
                        dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }],
                        mountPoints: [{ sourceVolume: "models", containerPath: "/models", readOnly: true }],
                        secrets: [{ name: "TOKEN", valueFrom: "token" }],
                        linuxParameters: { capabilities: { drop: ["NET_RAW"] } },
                        healthCheck: { command: ["CMD", "true"] },
                    },
                    { name: "resnet", image: "example.org/resnet:1", memory: 500, essential: false },
                ],
                sidecars: [
                    {
                        name: "fetch",
                        image: "example.org/fetch:1",
                        memory: 100,
                        essential: false,
                        dockerLabels: { a: "b" },
                    },
                    {
                        name: "logs",
                        image: "example.org/fluent-bit:1",
                        memoryReservation: 50,
                        firelensConfiguration: { type: "fluentbit" },
                    },
                ],
                volumes: [{ name: "models" }],
                visibleDevices: "0,1",
                neuronRtd: {
                    image: "example.org/own-daemon:1",
                    cpu: 100,
                    memory: 300,
                    environment: [{ name: "LEVEL", value: "debug" }],
                    healthCheck: { command: ["CMD", "true"] },
                    socket: { volumeName: "own", containerPath: "/own/path" },
                },
                networkMode: "bridge",
            },
        ],
        [
            "a network mode in which the ports of the container are those of the task",
            { containers: [{ ...model, portMappings: [{ containerPort: 8500 }] }], networkMode: "awsvpc" },
        ],
        ["a memory of the task, which its containers share", { containers: [model], memory: "4096" }],
        [
            "capabilities of a container's own",
            {
                containers: [
                    { ...model, linuxParameters: { capabilities: { add: ["IPC_LOCK", "SYS_NICE"], drop: ["MKNOD"] } } },
                ],
            },
        ],
        [
            "the runtime library on an instance type",
            { containers: [model], runtime: "libnrt", instanceType: "inf2.24xlarge" },
        ],
        [
            "the runtime library with devices for each container",
            {
                containers: [
                    { ...model, visibleDevices: "0,1", linuxParameters: { devices: [{ hostPath: "/dev/fuse" }] } },
                    { ...model, name: "resnet", visibleDevices: "2" },
                ],
                runtime: "libnrt",
            },
        ],
        [
            "a pool, which gives the runtime and the types",
            {
                containers: [model],
                pool: {
                    clusterName: "ml",
                    clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/ml",
                    capacityProviderName: "ml",
                    instanceTypes: ["inf1.6xlarge"],
                    runtime: "libnrt",
                },
            },
        ],
    ];
    for (const [what, args] of cases) {
        it(`are foreseen from its inputs as it makes them: ${what}`, async () => {
            const registered = await register(() => new TaskDefinition("inference", args));
            const component = registered.find(({ type }) => type === componentTypes.taskDefinition);
            const inputs = registered.find(({ type }) => type === "aws:ecs/taskDefinition:TaskDefinition")?.inputs[
                "containerDefinitions"
            ];
            // The region of the public image is no input.
            const hasPublicImage = component?.inputs["neuronRtd"] === undefined;
            const expected = read(inputs).map((container) =>
                container.name === "neuron-rtd" && hasPublicImage ? { ...container, image: UNKNOWN } : container,
            );
            assert.deepStrictEqual(foreseen(component?.inputs ?? {}), expected);
        });
    }

    it("are unknown where the containers are", () => {
        assert.equal(componentContainers({ containers: UNKNOWN }), UNKNOWN);
        assert.equal(componentContainers({}), UNKNOWN);
        assert.equal(componentContainers({ containers: "bert" }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model, "bert"] }), UNKNOWN);
        assert.equal(componentContainers({ containers: [null] }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model], sidecars: UNKNOWN }), UNKNOWN);
    });

    it("are unknown where the runtime is", () => {
        assert.equal(componentContainers({ containers: [model], runtime: UNKNOWN }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model], runtime: "cuda" }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model], pool: UNKNOWN }), UNKNOWN);
        assert.equal(componentContainers({ containers: [model], pool: { runtime: UNKNOWN } }), UNKNOWN);
    });

    const libnrt = { pool: { clusterArn: UNKNOWN, runtime: "libnrt", instanceTypes: ["inf1.6xlarge"] } };
    const neuronDevice = (index: number) => ({
        hostPath: `/dev/neuron${index}`,
        containerPath: `/dev/neuron${index}`,
        permissions: ["read", "write"],
    });

    it("map the devices of a pool of which only the runtime and the types are known", () => {
        const [container] = foreseen({ containers: [model], ...libnrt });
        assert.deepStrictEqual(container?.devices, [0, 1, 2, 3].map(neuronDevice));
        assert.deepStrictEqual(container.addedCapabilities, ["IPC_LOCK"]);
    });

    const unknowns: [string, Record<string, unknown>, () => readonly Container[]][] = [
        [
            "an image",
            { containers: [{ ...model, image: UNKNOWN }] },
            () => [withUnknown(0, { image: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "a command",
            { containers: [{ ...model, command: ["serve", UNKNOWN] }] },
            () => [withUnknown(0, { command: ["serve", UNKNOWN] }), withUnknown(1, {})],
        ],
        [
            "an environment, to which the component adds the address",
            { containers: [{ ...model, environment: UNKNOWN }] },
            () => [
                withUnknown(0, {
                    environment: [
                        { name: UNKNOWN, value: UNKNOWN },
                        { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" },
                    ],
                }),
                withUnknown(1, {}),
            ],
        ],
        [
            "port mappings",
            { containers: [{ ...model, portMappings: UNKNOWN }] },
            () => [withUnknown(0, { portMappings: UNKNOWN }), withUnknown(1, {})],
        ],
        [
            "a port mapping",
            { containers: [{ ...model, portMappings: [{ containerPort: 1 }, UNKNOWN] }] },
            () => [
                withUnknown(0, {
                    portMappings: [
                        { hostPort: 0, containerPort: 1, protocol: "tcp" },
                        { hostPort: UNKNOWN, containerPort: UNKNOWN, protocol: UNKNOWN },
                    ],
                }),
                withUnknown(1, {}),
            ],
        ],
        [
            "nothing, with the network mode, where there are no ports",
            { containers: [model], networkMode: UNKNOWN },
            () => [withUnknown(0, {}), withUnknown(1, {})],
        ],
        [
            "nothing, with port mappings that are none",
            { containers: [{ ...model, portMappings: [null] }] },
            () => [withUnknown(0, {}), withUnknown(1, {})],
        ],
        [
            "nothing, with lists and objects of a container that are none",
            {
                containers: [{ ...model, environment: 7, mountPoints: "a", healthCheck: 7, linuxParameters: "b" }],
                neuronRtd: { socket: 7 },
            },
            () => [withUnknown(0, {}), withUnknown(1, {})],
        ],
        [
            "nothing, with capabilities that are none",
            { containers: [{ ...model, linuxParameters: { devices: 7, capabilities: { add: "MKNOD" } } }] },
            () => [withUnknown(0, { hasDropList: true }), withUnknown(1, {})],
        ],
        [
            "the capabilities that are not known",
            { containers: [{ ...model, linuxParameters: { capabilities: { add: ["MKNOD", UNKNOWN] } } }] },
            () => [withUnknown(0, { addedCapabilities: ["MKNOD", UNKNOWN], hasDropList: true }), withUnknown(1, {})],
        ],
        [
            "the devices, where they are no text",
            { containers: [model], visibleDevices: 7 },
            () => [
                withUnknown(0, {}),
                withUnknown(1, { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: UNKNOWN }] }),
            ],
        ],
        [
            "the command of a health check",
            { containers: [model], neuronRtd: { healthCheck: { command: UNKNOWN } } },
            () => [
                withUnknown(0, { dependsOn: [{ containerName: "neuron-rtd", condition: "HEALTHY" }] }),
                withUnknown(1, { hasHealthCheck: UNKNOWN, unhealthyAfter: UNKNOWN }),
            ],
        ],
        [
            "the network mode, which decides the host ports",
            { containers: [{ ...model, portMappings: [{ containerPort: 1 }] }], networkMode: UNKNOWN },
            () => [
                withUnknown(0, { portMappings: [{ hostPort: UNKNOWN, containerPort: 1, protocol: "tcp" }] }),
                withUnknown(1, {}),
            ],
        ],
        [
            "the devices",
            { containers: [model], visibleDevices: UNKNOWN },
            () => [
                withUnknown(0, {}),
                withUnknown(1, { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: UNKNOWN }] }),
            ],
        ],
        [
            "an own sidecar image",
            { containers: [model], neuronRtd: { image: UNKNOWN } },
            () => [withUnknown(0, {}), withUnknown(1, { image: UNKNOWN })],
        ],
        [
            "the socket's directory",
            { containers: [model], neuronRtd: { socket: { containerPath: UNKNOWN } } },
            () => [
                withUnknown(0, {
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: UNKNOWN }],
                    mountPoints: [{ sourceVolume: "sock", containerPath: UNKNOWN, readOnly: false }],
                }),
                withUnknown(1, {
                    command: [UNKNOWN],
                    mountPoints: [{ sourceVolume: "sock", containerPath: UNKNOWN, readOnly: false }],
                }),
            ],
        ],
    ];
    unknowns.push(
        [
            "the daemon, of which the component decides what it does",
            { containers: [model], neuronRtd: UNKNOWN },
            () => [
                withUnknown(0, {
                    dependsOn: [{ containerName: "neuron-rtd", condition: "HEALTHY" }],
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: UNKNOWN }],
                    mountPoints: [{ sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: false }],
                }),
                withUnknown(1, {
                    command: [UNKNOWN],
                    cpu: UNKNOWN,
                    memory: UNKNOWN,
                    memoryReservation: UNKNOWN,
                    devices: UNKNOWN,
                    environment: [
                        { name: UNKNOWN, value: UNKNOWN },
                        { name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" },
                    ],
                    hasHealthCheck: UNKNOWN,
                    unhealthyAfter: UNKNOWN,
                    mountPoints: [
                        { sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: false },
                        { sourceVolume: UNKNOWN, containerPath: UNKNOWN, readOnly: UNKNOWN },
                    ],
                }),
            ],
        ],
        [
            "what another one waits for",
            { containers: [{ ...model, dependsOn: UNKNOWN }] },
            () => [
                withUnknown(0, {
                    dependsOn: [
                        { containerName: "neuron-rtd", condition: "START" },
                        { containerName: UNKNOWN, condition: UNKNOWN },
                    ],
                }),
                withUnknown(1, {}),
            ],
        ],
        [
            "the Linux options, beside the devices that the component maps",
            { containers: [{ ...model, linuxParameters: UNKNOWN }], ...libnrt, visibleDevices: "0" },
            () => [
                withUnknown(
                    0,
                    {
                        addedCapabilities: ["IPC_LOCK", UNKNOWN],
                        devices: [neuronDevice(0), { hostPath: UNKNOWN, containerPath: UNKNOWN, permissions: UNKNOWN }],
                    },
                    libnrt,
                ),
            ],
        ],
        [
            "the instance types, which say how many devices there are",
            { containers: [model], runtime: "libnrt", instanceTypes: UNKNOWN },
            () => [
                withUnknown(
                    0,
                    { devices: [{ hostPath: UNKNOWN, containerPath: UNKNOWN, permissions: UNKNOWN }] },
                    libnrt,
                ),
            ],
        ],
        [
            "the devices of instance types that are not given",
            { containers: [model], runtime: "libnrt" },
            () => [
                withUnknown(
                    0,
                    { devices: [{ hostPath: UNKNOWN, containerPath: UNKNOWN, permissions: UNKNOWN }] },
                    libnrt,
                ),
            ],
        ],
    );
    for (const [what, inputs, expected] of unknowns) {
        it(`are known but for ${what}`, () => assert.deepStrictEqual(foreseen(inputs), expected()));
    }

    it("have an unknown container where one is", () => {
        const [first, second, sidecar] = foreseen({ containers: [UNKNOWN, model] });
        assert.deepStrictEqual([first?.name, second?.name, sidecar?.name], [UNKNOWN, "bert", "neuron-rtd"]);
    });

    it("are explained by the inputs that are not known", () => {
        const inputs = {
            containers: [{ ...model, image: UNKNOWN, environment: [{ name: "KEY", value: UNKNOWN }] }, UNKNOWN],
            visibleDevices: UNKNOWN,
            family: "bert",
        };
        assert.deepStrictEqual(unknown(inputs), [
            "containers[0].image",
            "containers[0].environment[0].value",
            "containers[1]",
            "visibleDevices",
        ]);
    });

    it("are one where nothing of a record is known", () => {
        const pool = { clusterName: UNKNOWN, runtime: UNKNOWN };
        assert.deepStrictEqual(unknown({ pool }), ["pool"]);
        assert.deepStrictEqual(unknown({ pool: { ...pool, runtime: "libnrt" } }), ["pool.clusterName"]);
    });

    it("are each member where it is the only one of a record, or an input itself", () => {
        assert.deepStrictEqual(unknown({ pool: { clusterName: UNKNOWN }, family: "bert" }), ["pool.clusterName"]);
        assert.deepStrictEqual(unknown({ containers: UNKNOWN, family: UNKNOWN }), ["containers", "family"]);
    });
});
