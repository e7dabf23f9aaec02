import { region, tags } from "../common-inputs";
import { boolean, list, map, number, object, type Properties, text, unserved } from "../property";
import { containerDefinitionsMeaning } from "./container-definitions-meaning";

/** The inputs of one volume. */
export const volumeInputs: Properties = {
    configureAtLaunch: unserved(),
    dockerVolumeConfiguration: object({
        autoprovision: boolean(),
        driver: text(),
        driverOpts: map(text()),
        labels: map(text()),
        scope: text({ oneOf: ["shared", "task"] }),
    }),
    efsVolumeConfiguration: object({
        authorizationConfig: object({ accessPointId: text(), iam: text({ oneOf: ["ENABLED", "DISABLED"] }) }),
        fileSystemId: text({ required: true }),
        rootDirectory: text({ default: "/" }),
        transitEncryption: text({ oneOf: ["ENABLED", "DISABLED"] }),
        transitEncryptionPort: number(),
    }),
    fsxWindowsFileServerVolumeConfiguration: unserved(),
    hostPath: text({ api: false }),
    name: text({ required: true }),
    s3filesVolumeConfiguration: unserved(),
};

const replaces = { replaces: true };

export const taskDefinitionInputs: Properties = {
    containerDefinitions: text({
        required: true,
        replaces: true,
        api: false,
        answered: true,
        meaning: containerDefinitionsMeaning,
    }),
    cpu: text(replaces),
    enableFaultInjection: boolean({ ...replaces, computed: true }),
    ephemeralStorage: object({ sizeInGib: number({ required: true, api: "sizeInGiB" }) }, replaces),
    executionRoleArn: text(replaces),
    family: text({ required: true, replaces: true }),
    ipcMode: text({ ...replaces, oneOf: ["host", "none", "task"] }),
    memory: text(replaces),
    networkMode: text({ ...replaces, computed: true, oneOf: ["awsvpc", "bridge", "host", "none"] }),
    pidMode: text({ ...replaces, oneOf: ["host", "task"] }),
    placementConstraints: list(object({ expression: text(), type: text({ required: true, oneOf: ["memberOf"] }) }), {
        ...replaces,
        unordered: true,
    }),
    proxyConfiguration: object(
        { containerName: text({ required: true }), properties: map(text()), type: text({ oneOf: ["APPMESH"] }) },
        { ...replaces, api: false },
    ),
    region,
    requiresCompatibilities: list(text({ oneOf: ["EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES"] }), {
        ...replaces,
        unordered: true,
    }),
    runtimePlatform: object(
        { cpuArchitecture: text({ oneOf: ["ARM64", "X86_64"] }), operatingSystemFamily: text() },
        replaces,
    ),
    skipDestroy: boolean({ default: false, api: false }),
    tags,
    taskRoleArn: text(replaces),
    trackLatest: boolean({ default: false, api: false }),
    volumes: list(object(volumeInputs), { ...replaces, api: false, unordered: true }),
};
