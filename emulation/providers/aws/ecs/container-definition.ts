import { boolean, list, map, number, object, type Properties, text, unserved, type Values } from "../property";

/** A container definition as it was given. */
export interface Container {
    readonly definition: Values;
    /** Of others only the names are read, so that what stands beside them can be judged. */
    readonly isWellTyped: boolean;
}

/**
 * The keys of a container definition, as they stand in the JSON of a task definition.
 *
 * Source: Amazon ECS API Reference, ContainerDefinition.
 */
export const containerDefinition: Properties = {
    command: list(text()),
    cpu: number({ default: 0 }),
    credentialSpecs: list(text()),
    dependsOn: list(
        object({
            containerName: text({ required: true }),
            condition: text({ required: true, oneOf: ["START", "COMPLETE", "SUCCESS", "HEALTHY"] }),
        }),
    ),
    disableNetworking: boolean(),
    dnsSearchDomains: list(text()),
    dnsServers: list(text()),
    dockerLabels: map(text()),
    dockerSecurityOptions: list(text()),
    entryPoint: list(text()),
    environment: list(object({ name: text({ required: true }), value: text() }), { unordered: true }),
    environmentFiles: list(object({ type: text({ required: true, oneOf: ["s3"] }), value: text({ required: true }) })),
    essential: boolean({ default: true }),
    extraHosts: list(object({ hostname: text({ required: true }), ipAddress: text({ required: true }) })),
    firelensConfiguration: object({
        type: text({ required: true, oneOf: ["fluentd", "fluentbit"] }),
        options: map(text()),
    }),
    healthCheck: object({
        command: list(text(), { required: true }),
        interval: number({ default: 30 }),
        retries: number({ default: 3 }),
        startPeriod: number(),
        timeout: number({ default: 5 }),
    }),
    hostname: text(),
    image: text({ required: true }),
    interactive: boolean(),
    links: list(text()),
    linuxParameters: object({
        capabilities: object({ add: list(text(), { unordered: true }), drop: list(text(), { unordered: true }) }),
        devices: list(
            object({
                hostPath: text({ required: true }),
                containerPath: text(),
                permissions: list(text({ oneOf: ["read", "write", "mknod"] }), { unordered: true }),
            }),
        ),
        initProcessEnabled: boolean(),
        maxSwap: number(),
        sharedMemorySize: number(),
        swappiness: number(),
        tmpfs: list(
            object({
                containerPath: text({ required: true }),
                size: number({ required: true }),
                mountOptions: list(text()),
            }),
        ),
    }),
    logConfiguration: object({
        logDriver: text({
            required: true,
            oneOf: ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"],
        }),
        options: map(text()),
        secretOptions: list(object({ name: text({ required: true }), valueFrom: text({ required: true }) }), {
            unordered: true,
        }),
    }),
    memory: number(),
    memoryReservation: number(),
    mountPoints: list(object({ containerPath: text(), readOnly: boolean(), sourceVolume: text() })),
    name: text({ required: true }),
    portMappings: list(
        object({
            appProtocol: text({ oneOf: ["http", "http2", "grpc"] }),
            containerPort: number(),
            containerPortRange: text(),
            hostPort: number({ default: 0 }),
            name: text(),
            protocol: text({ oneOf: ["tcp", "udp"], default: "tcp" }),
        }),
        { unordered: true },
    ),
    privileged: boolean(),
    pseudoTerminal: boolean(),
    readonlyRootFilesystem: boolean(),
    repositoryCredentials: object({ credentialsParameter: text({ required: true }) }),
    resourceRequirements: list(
        object({
            sharingStrategy: unserved(),
            type: text({ required: true, oneOf: ["GPU", "InferenceAccelerator", "NeuronDevice"] }),
            value: text(),
        }),
    ),
    restartPolicy: object({
        enabled: boolean({ required: true }),
        ignoredExitCodes: list(number()),
        restartAttemptPeriod: number(),
    }),
    secrets: list(object({ name: text({ required: true }), valueFrom: text({ required: true }) }), { unordered: true }),
    startTimeout: number(),
    stopTimeout: number(),
    systemControls: list(object({ namespace: text(), value: text() }), { unordered: true }),
    ulimits: list(
        object({
            hardLimit: number({ required: true }),
            name: text({ required: true }),
            softLimit: number({ required: true }),
        }),
        { unordered: true },
    ),
    user: text(),
    versionConsistency: text({ oneOf: ["enabled", "disabled"] }),
    volumesFrom: list(object({ readOnly: boolean(), sourceContainer: text() })),
    workingDirectory: text(),
};
