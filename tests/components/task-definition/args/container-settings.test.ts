import assert from "node:assert/strict";
import type { ModelContainer } from "../../../../components/task-definition/args/container";
import type { ContainerSettings } from "../../../../components/task-definition/args/container-settings";
import { containers, model, refuses, registered, withContainer } from "../harness";

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

describe("TaskDefinition, before it registers a child, with the settings that all containers have", () => {
    refuses([
        [
            "an image with a blank",
            withContainer({ image: "a b" }),
            ['containers[0].image is "a b", but must be the name of an image, without blanks'],
        ],
        [
            "less memory than Docker takes",
            withContainer({ memoryReservation: 3 }),
            ["containers[0].memoryReservation is 3, but must be a whole number 6 or more MiB"],
        ],
        [
            "negative CPU units",
            withContainer({ cpu: -1 }),
            ["containers[0].cpu is -1, but must be a whole number 0 or more CPU units"],
        ],
        [
            "an object where a list belongs",
            withContainer({ environment: { LEVEL: "info" } }),
            ["containers[0].environment is an object, but must be a list of environment variables, each {name, value}"],
        ],
        [
            "a privileged container",
            withContainer({ privileged: true }),
            [
                "containers[0].privileged must not be given: a privileged container has all devices of the instance, and " +
                    "may take it over; name what it needs in linuxParameters",
            ],
        ],
        [
            "devices that ECS would assign",
            withContainer({ resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] }),
            [
                "containers[0].resourceRequirements must not be given: the component gives containers their Neuron devices, " +
                    "and the instances have no other kind",
            ],
        ],
    ]);
});

describe("The settings that all containers have", () => {
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
