import assert from "node:assert/strict";
import { pool, containers, log, minimal, model, registered, taskDefinition } from "./harness";

const neuronDevice = (index: number) => ({
    hostPath: `/dev/neuron${index}`,
    containerPath: `/dev/neuron${index}`,
    permissions: ["read", "write"],
});

const devicesOf = (container: Record<string, unknown> | undefined) =>
    (container?.["linuxParameters"] as { devices: object[] }).devices;

describe("TaskDefinition with the runtime library", () => {
    it("maps every device of the type into the model container, and has no daemon, socket or volume", async () => {
        const resources = await registered({ ...minimal, runtime: "libnrt", instanceType: "inf2.xlarge" });
        const { containerDefinitions: _, ...others } = taskDefinition(resources);
        assert.deepStrictEqual(others, {
            family: "project-stack-inference",
            executionRoleArn: "arn:aws:iam::123456789012:role/inference-execution-role",
            placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }],
            volumes: [],
            skipDestroy: false,
        });
        assert.deepStrictEqual(containers(resources), [
            {
                name: "bert",
                image: model.image,
                cpu: 0,
                memoryReservation: 1000,
                essential: true,
                portMappings: [],
                environment: [],
                mountPoints: [],
                linuxParameters: { capabilities: { add: ["IPC_LOCK"], drop: [] }, devices: [neuronDevice(0)] },
                logConfiguration: log("bert"),
            },
        ]);
    });

    it("takes the runtime and the types from the pool", async () => {
        const resources = await registered({
            ...minimal,
            pool: { ...pool, runtime: "libnrt", instanceTypes: ["inf2.xlarge", "inf2.8xlarge"] },
        });
        assert.deepStrictEqual(devicesOf(containers(resources)[0]), [neuronDevice(0)]);
        assert.deepStrictEqual(taskDefinition(resources)["placementConstraints"], [
            { type: "memberOf", expression: "attribute:ecs.instance-type in [inf2.xlarge, inf2.8xlarge]" },
        ]);
    });

    it("maps the range of devices that is given, on whatever type", async () => {
        const resources = await registered({ ...minimal, runtime: "libnrt", visibleDevices: "2,3" });
        assert.deepStrictEqual(devicesOf(containers(resources)[0]), [2, 3].map(neuronDevice));
        assert.equal(taskDefinition(resources)["placementConstraints"], undefined);
    });

    it("gives several model containers each devices of its own, and further ones besides", async () => {
        const resources = await registered({
            runtime: "libnrt",
            instanceType: "inf2.24xlarge",
            containers: [
                {
                    ...model,
                    visibleDevices: "0,1",
                    linuxParameters: {
                        capabilities: { add: ["IPC_LOCK", "SYS_PTRACE"], drop: ["NET_RAW"] },
                        devices: [{ hostPath: "/dev/fuse" }],
                    },
                },
                { ...model, name: "resnet", visibleDevices: "2" },
            ],
        });
        assert.deepStrictEqual(
            containers(resources).map(({ linuxParameters }) => linuxParameters),
            [
                {
                    capabilities: { add: ["IPC_LOCK", "SYS_PTRACE"], drop: ["NET_RAW"] },
                    devices: [neuronDevice(0), neuronDevice(1), { hostPath: "/dev/fuse", containerPath: "/dev/fuse" }],
                },
                { capabilities: { add: ["IPC_LOCK"], drop: [] }, devices: [neuronDevice(2)] },
            ],
        );
    });

    it("lets two model containers share the one chip of inf2.xlarge, each with cores of its own", async () => {
        const resources = await registered({
            runtime: "libnrt",
            instanceType: "inf2.xlarge",
            containers: [
                { ...model, cores: "0", environment: [{ name: "LEVEL", value: "info" }] },
                { ...model, name: "resnet", cores: "1" },
            ],
        });
        assert.deepStrictEqual(
            containers(resources).map((container) => [container["environment"], devicesOf(container)]),
            [
                [
                    [
                        { name: "LEVEL", value: "info" },
                        { name: "NEURON_RT_VISIBLE_CORES", value: "0" },
                    ],
                    [neuronDevice(0)],
                ],
                [[{ name: "NEURON_RT_VISIBLE_CORES", value: "1" }], [neuronDevice(0)]],
            ],
        );
    });

    it("lets two model containers share the four cores of inf1.xlarge, by a list and by numbers", async () => {
        const shared = async (...cores: readonly object[]) =>
            containers(
                await registered({
                    runtime: "libnrt",
                    instanceType: "inf1.xlarge",
                    containers: cores.map((own, index) => ({ ...model, name: `model-${index}`, ...own })),
                }),
            ).map(({ environment }) => environment);
        assert.deepStrictEqual(await shared({ cores: "0-1" }, { cores: "2,3" }), [
            [{ name: "NEURON_RT_VISIBLE_CORES", value: "0-1" }],
            [{ name: "NEURON_RT_VISIBLE_CORES", value: "2,3" }],
        ]);
        assert.deepStrictEqual(await shared({ numCores: 3 }, { numCores: 1 }), [
            [{ name: "NEURON_RT_NUM_CORES", value: "3" }],
            [{ name: "NEURON_RT_NUM_CORES", value: "1" }],
        ]);
    });

    it("needs no grant for the daemon's image", async () => {
        const resources = await registered({ ...minimal, runtime: "libnrt", visibleDevices: "0" });
        const policy = resources.find(({ name }) => name === "inference-execution-policy")?.inputs["policy"] as string;
        const { Statement } = JSON.parse(policy) as { Statement: { Sid: string; Resource: unknown }[] };
        assert.deepStrictEqual(Statement.find(({ Sid }) => Sid === "PullTheImages")?.Resource, [
            "arn:aws:ecr:us-east-1:123456789012:repository/bert",
        ]);
    });
});
