import assert from "node:assert/strict";
import type * as ecs from "@aws-sdk/client-ecs";
import { containers, log, minimal, model, pool, registered, taskDefinition } from "./harness";

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
});

describe("TaskDefinition with the daemon", () => {
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

describe("TaskDefinition with either runtime", () => {
    it("takes volumes of every kind beside the socket, and encrypts data on the way to EFS", async () => {
        const docker: Required<ecs.DockerVolumeConfiguration> = {
            scope: "shared",
            autoprovision: true,
            driver: "local",
            driverOpts: { type: "tmpfs" },
            labels: { team: "ml" },
        };
        const efs: Required<Omit<ecs.EFSVolumeConfiguration, "transitEncryption">> = {
            fileSystemId: "fs-0123",
            rootDirectory: "/models",
            transitEncryptionPort: 2049,
            authorizationConfig: { accessPointId: "fsap-0123", iam: "ENABLED" },
        };
        const s3 = { fileSystemArn: "arn:aws:s3files:us-east-1:123456789012:file-system/fs-0" };
        const kinds: Record<Exclude<keyof ecs.Volume, "name" | "fsxWindowsFileServerVolumeConfiguration">, unknown> = {
            host: { sourcePath: "/models" },
            dockerVolumeConfiguration: docker,
            efsVolumeConfiguration: efs,
            s3filesVolumeConfiguration: s3,
            configuredAtLaunch: true,
        };
        const resources = await registered({
            containers: [
                { ...model, mountPoints: [{ sourceVolume: "host", containerPath: "/models", readOnly: true }] },
            ],
            volumes: [...Object.entries(kinds).map(([name, value]) => ({ name, [name]: value })), { name: "scratch" }],
            neuronRtd: { socket: { hostPath: "/tmp/sock" } },
        });
        assert.deepStrictEqual(taskDefinition(resources)["volumes"], [
            { name: "sock", hostPath: "/tmp/sock" },
            { name: "host", hostPath: "/models" },
            { name: "dockerVolumeConfiguration", dockerVolumeConfiguration: docker },
            { name: "efsVolumeConfiguration", efsVolumeConfiguration: { ...efs, transitEncryption: "ENABLED" } },
            { name: "s3filesVolumeConfiguration", s3filesVolumeConfiguration: s3 },
            { name: "configuredAtLaunch", configureAtLaunch: true },
            { name: "scratch" },
        ]);
        assert.deepStrictEqual(containers(resources)[0]?.["mountPoints"], [
            { containerPath: "/sock", sourceVolume: "sock" },
            { containerPath: "/models", sourceVolume: "host", readOnly: true },
        ]);
    });

    it("places the task on the types, and where else it is told", async () => {
        const resources = await registered({
            containers: [model],
            instanceType: "inf1.xlarge",
            placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.availability-zone == us-east-1a" }],
        });
        assert.deepStrictEqual(taskDefinition(resources)["placementConstraints"], [
            { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" },
            { type: "memberOf", expression: "attribute:ecs.availability-zone == us-east-1a" },
        ]);
    });
});
