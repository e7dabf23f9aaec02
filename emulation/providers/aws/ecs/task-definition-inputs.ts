import { region, tags } from "../common-inputs";
import { boolean, list, map, number, object, type Properties, text } from "../property";
import { containerDefinitionsMeaning } from "./container-definitions-meaning";
import { volumeInputs } from "./task-volumes";

const replaces = { replaces: true };

export const taskDefinitionInputs: Properties = {
    containerDefinitions: text({
        required: true,
        replaces: true,
        api: false,
        answered: true,
        meaning: containerDefinitionsMeaning,
    }),
    cpu: text({ ...replaces, answered: true }),
    enableFaultInjection: boolean({ ...replaces, computed: true }),
    ephemeralStorage: object({ sizeInGib: number({ required: true, api: "sizeInGiB" }) }, replaces),
    executionRoleArn: text(replaces),
    family: text({ required: true, replaces: true }),
    ipcMode: text({ ...replaces, oneOf: ["host", "none", "task"] }),
    memory: text({ ...replaces, answered: true }),
    networkMode: text({ ...replaces, computed: true, oneOf: ["awsvpc", "bridge", "host", "none"] }),
    pidMode: text({ ...replaces, oneOf: ["host", "task"] }),
    placementConstraints: list(object({ expression: text(), type: text({ required: true, oneOf: ["memberOf"] }) }), {
        ...replaces,
        unordered: true,
    }),
    proxyConfiguration: object(
        {
            containerName: text({ required: true }),
            properties: map(text()),
            type: text({ default: "APPMESH", oneOf: ["APPMESH"] }),
        },
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
