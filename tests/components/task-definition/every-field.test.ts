import assert from "node:assert/strict";
import type * as ecs from "@aws-sdk/client-ecs";
import * as pulumi from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { children, register } from "../mocked-engine";
import type { ModelContainer } from "../../../components/task-definition/args/container";
import type { ContainerSettings } from "../../../components/task-definition/args/container-settings";
import { taskDefinitionCheck } from "../../../components/task-definition/checks/check";
import { problemsOf } from "../../../components/validation/validate";
import { containers, model, registered, taskDefinition } from "./harness";

/** The structures of ECS's API whose fields are listed below. */
interface Api {
    container: ecs.ContainerDefinition;
    linuxParameters: ecs.LinuxParameters;
    device: ecs.Device;
    healthCheck: ecs.HealthCheck;
    portMapping: ecs.PortMapping;
    restartPolicy: ecs.ContainerRestartPolicy;
    tmpfs: ecs.Tmpfs;
    logConfiguration: ecs.LogConfiguration;
}

/** Everything that ECS takes in a container and that the component leaves alone, as ECS stores it. */
const settings = {
    cpu: 10,
    memory: 2000,
    memoryReservation: 1500,
    environmentFiles: [{ type: "s3", value: "arn:aws:s3:::bucket/bert.env" }],
    secrets: [{ name: "TOKEN", valueFrom: "/bert/token" }],
    volumesFrom: [{ sourceContainer: "logs", readOnly: true }],
    logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "own" }, secretOptions: [] },
    healthCheck: { command: ["CMD", "true"], interval: 10, timeout: 2, retries: 1, startPeriod: 5 },
    startTimeout: 60,
    stopTimeout: 90,
    restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
    ulimits: [{ name: "memlock", softLimit: -1, hardLimit: -1 }],
    systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
    dockerLabels: { team: "ml" },
    dockerSecurityOptions: ["no-new-privileges"],
    credentialSpecs: ["credentialspecdomainless:arn:aws:s3:::bucket/spec"],
    repositoryCredentials: { credentialsParameter: "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry" },
    versionConsistency: "disabled",
    workingDirectory: "/srv",
    readonlyRootFilesystem: true,
    disableNetworking: false,
    hostname: "bert",
    dnsServers: ["10.0.0.2"],
    dnsSearchDomains: ["example.org"],
    extraHosts: [{ hostname: "db", ipAddress: "10.0.0.3" }],
    links: ["logs"],
    interactive: false,
    pseudoTerminal: false,
} satisfies Partial<ContainerSettings>;

const own = { user: "1000:1000", entryPoint: ["sh", "-c"], command: ["serve"], essential: true } as const;

/** Linux options, in full. */
const linuxParameters = {
    capabilities: { add: ["SYS_PTRACE"], drop: ["NET_RAW"] },
    devices: [{ hostPath: "/dev/fuse", containerPath: "/dev/own", permissions: ["read"] }],
    initProcessEnabled: true,
    sharedMemorySize: 128,
    tmpfs: [{ containerPath: "/tmp", size: 64, mountOptions: ["noexec"] }],
    maxSwap: 0,
    swappiness: 10,
};

const portMappings = [
    { containerPort: 8501, hostPort: 0, protocol: "tcp", name: "rest", appProtocol: "http" },
    { containerPortRange: "9000-9010", protocol: "udp" },
];

describe("Of what ECS takes in a container, TaskDefinition", () => {
    // The types of the SDK make the compiler ask for each field of the API. Null is no value, but a name.
    const names: { readonly [Structure in keyof Api]: Readonly<Record<keyof Api[Structure], null>> } = {
        container: {
            name: null,
            image: null,
            repositoryCredentials: null,
            cpu: null,
            memory: null,
            memoryReservation: null,
            links: null,
            portMappings: null,
            essential: null,
            restartPolicy: null,
            entryPoint: null,
            command: null,
            environment: null,
            environmentFiles: null,
            mountPoints: null,
            volumesFrom: null,
            linuxParameters: null,
            secrets: null,
            dependsOn: null,
            startTimeout: null,
            stopTimeout: null,
            versionConsistency: null,
            hostname: null,
            user: null,
            workingDirectory: null,
            disableNetworking: null,
            privileged: null,
            readonlyRootFilesystem: null,
            dnsServers: null,
            dnsSearchDomains: null,
            extraHosts: null,
            dockerSecurityOptions: null,
            interactive: null,
            pseudoTerminal: null,
            dockerLabels: null,
            ulimits: null,
            logConfiguration: null,
            healthCheck: null,
            systemControls: null,
            resourceRequirements: null,
            firelensConfiguration: null,
            credentialSpecs: null,
        },
        linuxParameters: {
            capabilities: null,
            devices: null,
            initProcessEnabled: null,
            sharedMemorySize: null,
            tmpfs: null,
            maxSwap: null,
            swappiness: null,
        },
        device: { hostPath: null, containerPath: null, permissions: null },
        healthCheck: { command: null, interval: null, timeout: null, retries: null, startPeriod: null },
        portMapping: {
            containerPort: null,
            hostPort: null,
            protocol: null,
            name: null,
            appProtocol: null,
            containerPortRange: null,
        },
        restartPolicy: { enabled: null, ignoredExitCodes: null, restartAttemptPeriod: null },
        tmpfs: { containerPath: null, size: null, mountOptions: null },
        logConfiguration: { logDriver: null, options: null, secretOptions: null },
    };
    const ofContainer = {
        ...names.container,
        ...model,
        linuxParameters: { ...names.linuxParameters, devices: [names.device], tmpfs: [names.tmpfs] },
        healthCheck: names.healthCheck,
        portMappings: [names.portMapping],
        restartPolicy: names.restartPolicy,
        logConfiguration: names.logConfiguration,
    };

    /** The problems of a name that is not known, or that the component owns. */
    const namesRefused = (args: object) =>
        problemsOf("TaskDefinition", { containers: [model], ...args }, taskDefinitionCheck)
            .filter(({ reason }) => /not an argument|must not be given/.test(reason))
            .map(({ propertyPath }) => propertyPath);

    it("leaves no field out of a model container", () => {
        assert.deepStrictEqual(namesRefused({ containers: [ofContainer] }), [
            "containers[0].privileged",
            "containers[0].resourceRequirements",
        ]);
    });

    it("leaves no field out of a sidecar", () => {
        assert.deepStrictEqual(namesRefused({ sidecars: [{ ...ofContainer, name: "logs" }] }), [
            "sidecars[0].privileged",
            "sidecars[0].resourceRequirements",
        ]);
    });

    it("leaves no field out of the daemon but those that it decides", () => {
        const decided = ["command", "dependsOn", "entryPoint", "essential", "firelensConfiguration", "name"];
        const refused = [...decided, "portMappings", "privileged", "resourceRequirements", "user"];
        assert.deepStrictEqual(
            namesRefused({ neuronRtd: ofContainer }).sort(),
            ["linuxParameters.capabilities", ...refused].map((name) => `neuronRtd.${name}`).sort(),
        );
    });

    it("writes every field of a model container and of a sidecar as it is given", async () => {
        const resources = await registered({
            containers: [{ ...model, ...settings, ...own, linuxParameters, portMappings } as unknown as ModelContainer],
            sidecars: [
                {
                    name: "logs",
                    image: "logs:1",
                    memory: 64,
                    firelensConfiguration: { type: "fluentbit", options: { a: "b" } },
                },
            ],
            logging: false,
        });
        assert.deepStrictEqual(containers(resources).slice(0, 2), [
            {
                ...model,
                ...settings,
                ...own,
                linuxParameters,
                portMappings,
                dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
                environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
            },
            {
                name: "logs",
                image: "logs:1",
                memory: 64,
                cpu: 0,
                essential: true,
                environment: [],
                mountPoints: [],
                portMappings: [],
                // ECS writes it for a log router, and takes no other.
                user: "0",
                firelensConfiguration: { type: "fluentbit", options: { a: "b" } },
            },
        ]);
    });

    it("writes every field of the daemon that it does not decide as it is given", async () => {
        const resources = await registered({
            containers: [model],
            sidecars: [{ name: "logs", image: "logs:1", memory: 64 }],
            neuronRtd: { ...settings, image: "rtd:1" },
            logging: false,
        });
        assert.deepStrictEqual(containers(resources)[2], {
            ...settings,
            name: "neuron-rtd",
            image: "rtd:1",
            entryPoint: ["sh", "-c"],
            command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"],
            essential: true,
            portMappings: [],
            environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
            mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
            linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
        });
    });
});

describe("A member of AWS's structures that TaskDefinition does not know", () => {
    const withNews = (news: object) => ({
        containers: [
            {
                ...model,
                ...news,
                portMappings: [{ containerPort: 8501, ...news }],
                linuxParameters: { ...news, capabilities: { add: ["SYS_PTRACE"], ...news } },
                healthCheck: { command: ["CMD", "true"], ...news },
            },
        ],
        sidecars: [{ name: "logs", image: "logs:1", memory: 64, ...news }],
        neuronRtd: news,
        volumes: [{ name: "models", ...news }],
    });
    const paths = [
        ["containers[0]", "a model container"],
        ["containers[0].portMappings[0]", "a port mapping"],
        ["containers[0].linuxParameters", "the Linux options of a container"],
        ["containers[0].linuxParameters.capabilities", "the capabilities of a container"],
        ["containers[0].healthCheck", "a health check"],
        ["sidecars[0]", "a sidecar"],
        ["neuronRtd", "the daemon"],
        ["volumes[0]", "a volume"],
    ] as const;
    const warning = (path: string, what: string) =>
        `TaskDefinition "inference": ${path}.quux is no member of ${what} that this version of ` +
        "pulumi-ecs-inferentia knows, and is passed on unchecked; if it is misspelt, correct it";
    const all = paths.map(([path, what]) => warning(path, what)).sort();

    for (const [how, args] of [
        ["written out", withNews({ quux: { deep: 1 } })],
        ["an output", withNews({ quux: pulumi.output({ deep: 1 }) })],
        ["in outputs", pulumi.output(withNews({ quux: { deep: 1 } })) as object],
    ] as const) {
        it(`is warned of once, and passed on, ${how}`, async () => {
            const warnings: string[] = [];
            const whole: object = pulumi.Output.isInstance(args) ? eachMember(args) : args;
            const resources = children(
                await register(() => new TaskDefinition("inference", whole as TaskDefinitionArgs), undefined, false, {
                    warnings,
                }),
            );
            assert.deepStrictEqual(warnings.sort(), all);
            const [served, logs, daemon] = containers(resources);
            const { portMappings, linuxParameters, healthCheck } = served as Record<string, Record<string, unknown>>;
            const news = [
                served,
                (portMappings as unknown as object[])[0],
                linuxParameters,
                linuxParameters?.["capabilities"],
                healthCheck,
                logs,
                daemon,
                (taskDefinition(resources)["volumes"] as object[])[1],
            ].map((one) => (one as Record<string, unknown>)["quux"]);
            assert.deepStrictEqual(news, Array<unknown>(paths.length).fill({ deep: 1 }));
        });
    }

    it("is refused where its name is near to one that is known, or that the component decides", () => {
        const wrong = { containers: [{ ...model, privilegd: true, portMapping: [] }] };
        assert.deepStrictEqual(problemsOf("TaskDefinition", wrong, taskDefinitionCheck), [
            {
                propertyPath: "containers[0].privilegd",
                reason: "is not an argument of a model container (did you mean privileged?); leave it out",
            },
            {
                propertyPath: "containers[0].portMapping",
                reason: "is not an argument of a model container (did you mean portMappings?); leave it out",
            },
        ]);
    });
});

/** The members of arguments that are one output, each an output. */
function eachMember(args: object): object {
    const members = ["containers", "sidecars", "neuronRtd", "volumes"];
    return Object.fromEntries(members.map((name) => [name, (args as Record<string, unknown>)[name]]));
}

describe("Of what ECS takes in a task definition, TaskDefinition", () => {
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
