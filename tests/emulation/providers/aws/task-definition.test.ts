import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import { configuredFor, emulatorFor } from "./emulator";
import { Emulated, type Resource, type Values } from "./emulated";

const type = "aws:ecs/taskDefinition:TaskDefinition";
const container = { name: "model", image: "model:1", memoryReservation: 100, essential: true };
const definitions = (change: Values = {}): string => JSON.stringify([{ ...container, ...change }]);

/** Every field of a container definition that Amazon ECS gives back as it was given. */
const everyField = {
    command: ["serve"],
    cpu: 10,
    credentialSpecs: ["credentialspec:arn:aws:s3:::bucket/spec"],
    dnsSearchDomains: ["internal"],
    dnsServers: ["10.0.0.2"],
    dockerLabels: { a: "1" },
    dockerSecurityOptions: ["no-new-privileges"],
    entryPoint: ["sh"],
    environment: [
        { name: "b", value: "2" },
        { name: "a", value: "1" },
    ],
    environmentFiles: [{ type: "s3", value: "arn:aws:s3:::bucket/model.env" }],
    extraHosts: [{ hostname: "metrics", ipAddress: "10.0.0.3" }],
    firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
    healthCheck: { command: ["CMD-SHELL", "true"], startPeriod: 10 },
    hostname: "model",
    interactive: true,
    linuxParameters: {
        capabilities: { add: ["IPC_LOCK"], drop: [] },
        devices: [{ hostPath: "/dev/neuron0", containerPath: "/dev/neuron0", permissions: ["read", "write"] }],
        initProcessEnabled: true,
        maxSwap: 100,
        sharedMemorySize: 64,
        swappiness: 10,
        tmpfs: [{ containerPath: "/cache", size: 64, mountOptions: ["noexec"] }],
    },
    logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "model" },
        secretOptions: [{ name: "token", valueFrom: "arn:aws:ssm:us-west-2:123456789012:parameter/token" }],
    },
    memory: 200,
    privileged: false,
    pseudoTerminal: true,
    readonlyRootFilesystem: true,
    repositoryCredentials: { credentialsParameter: "arn:aws:secretsmanager:us-west-2:123456789012:secret:registry" },
    resourceRequirements: [{ type: "GPU", value: "1" }],
    restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
    secrets: [{ name: "KEY", valueFrom: "arn:aws:secretsmanager:us-west-2:123456789012:secret:key" }],
    startTimeout: 30,
    stopTimeout: 30,
    systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
    ulimits: [{ name: "memlock", softLimit: -1, hardLimit: -1 }],
    user: "1000",
    versionConsistency: "disabled",
    workingDirectory: "/srv",
};

describe("a task definition in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let emulated: Emulated;

    before(async function () {
        server = await emulatorFor(this);
        emulated = new Emulated(configuredFor(server));
    });

    after(() => server?.stop());

    function create(name: string, change: Values): Promise<Resource> {
        const own = { family: name, volumes: undefined, containerDefinitions: definitions() };
        return emulated.create(type, name, { ...own, ...change });
    }

    const unchanged = { changed: [], replaces: [] };
    const settings: readonly [title: string, change: Values, preview?: Values][] = [
        ["EC2 named as what it requires, and a reservation of memory only", { requiresCompatibilities: ["EC2"] }],
        ["Managed Instances", { requiresCompatibilities: ["MANAGED_INSTANCES"], networkMode: "awsvpc" }],
        ["every field of a container", { containerDefinitions: definitions(everyField) }],
        [
            "namespaces and a platform",
            {
                ipcMode: "host",
                pidMode: "task",
                runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
            },
        ],
        [
            "a proxy",
            { networkMode: "awsvpc", proxyConfiguration: { containerName: "model", properties: { AppPorts: "80" } } },
        ],
        [
            "storage of its own on Fargate",
            {
                cpu: "256",
                ephemeralStorage: { sizeInGib: 30 },
                memory: "512",
                networkMode: "awsvpc",
                requiresCompatibilities: ["FARGATE"],
            },
        ],
        [
            "volumes of every kind",
            {
                volumes: [
                    { name: "host", hostPath: "/models" },
                    { name: "empty" },
                    { name: "launch", configureAtLaunch: true },
                    {
                        name: "docker",
                        dockerVolumeConfiguration: { scope: "shared", autoprovision: true, driver: "local" },
                    },
                    {
                        name: "efs",
                        efsVolumeConfiguration: {
                            fileSystemId: "fs-1",
                            transitEncryption: "ENABLED",
                            authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" },
                        },
                    },
                    { name: "s3", s3filesVolumeConfiguration: { fileSystemArn: "arn:aws:s3files:::file-system/fs-1" } },
                ],
            },
        ],
        [
            "sizes in vCPUs and GB, which AWS answers in other units: a replacement",
            { cpu: "1 vCPU", memory: "2 GB" },
            {
                changed: ["cpu", "memory"],
                replaces: ["cpu", "memory"],
            },
        ],
    ];
    for (const [index, [title, change, preview = unchanged]] of settings.entries()) {
        it(`shows at the second preview, and after a refresh, what it should with ${title}`, async () => {
            const created = await create(`settings-${index}`, change);
            assert.deepStrictEqual(await emulated.secondPreview(created), preview);
            assert.deepStrictEqual(await emulated.secondPreview(created, true), preview);
        });
    }

    it("stays registered where it is not to be destroyed", async () => {
        const created = await create("kept", { skipDestroy: true });
        await emulated.remove(created);
        const { id } = await emulated.provider.read(created.urn, created.id, created.state, created.inputs);
        assert.equal(id, "kept");
    });

    it("is read at its latest revision where that is asked for", async () => {
        const first = await create("latest", { trackLatest: true });
        await create("latest", { containerDefinitions: definitions({ image: "model:2" }) });
        const { state } = await emulated.provider.read(first.urn, first.id, first.state, first.inputs);
        assert.deepStrictEqual([first.state["revision"], state["revision"]], [1, 2]);
    });
});
