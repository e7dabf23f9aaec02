import type { ContainerDefinition, TaskDefinition } from "@aws-sdk/client-ecs";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { type Failure } from "../failure";
import { boolean, list, map, number, object, type Properties, text, unserved, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { holdsUnknown, isUnknown } from "../unknown";
import { containerDefinitionsFailures, containerDefinitionsMeaning } from "./container-definitions";
import { fargateFailures } from "./fargate";
import { placementConstraintFailures } from "./placement";
import { updateEcsTags } from "./tagging";

const replaces = { replaces: true };

const inputs: Properties = {
    containerDefinitions: text({ required: true, replaces: true, api: false, meaning: containerDefinitionsMeaning }),
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
    requiresCompatibilities: list(text({ oneOf: ["EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES"] }), { ...replaces, unordered: true }),
    runtimePlatform: object({ cpuArchitecture: text({ oneOf: ["ARM64", "X86_64"] }), operatingSystemFamily: text() }, replaces),
    skipDestroy: boolean({ default: false, api: false }),
    tags,
    taskRoleArn: text(replaces),
    trackLatest: boolean({ default: false, api: false }),
    volumes: list(
        object({
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
        }),
        { ...replaces, api: false, unordered: true },
    ),
};

const volume = inputs["volumes"]?.kind === "list" && inputs["volumes"].element.kind === "object" ? inputs["volumes"].element.properties : {};

export const taskDefinition: ResourceType = {
    inputs,
    outputs: ["arn", "arnWithoutRevision", "revision", "tagsAll"],
    check(values) {
        return [
            ...familyFailures(values["family"]),
            ...volumeNameFailures(values["volumes"]),
            ...placementConstraintFailures(values["placementConstraints"]),
            ...fargateFailures(values),
            ...(isUnknown(values["containerDefinitions"])
                ? []
                : containerDefinitionsFailures(String(values["containerDefinitions"]), {
                      networkMode: networkModeOf(values),
                      volumes: volumeNames(values["volumes"]),
                      hasMemory: isUnknown(values["memory"]) ? undefined : values["memory"] !== undefined,
                  })),
        ];
    },
    async create(aws, values) {
        const volumes = values["volumes"] as Values[] | undefined;
        const proxy = values["proxyConfiguration"] as { containerName: string; type?: "APPMESH"; properties?: Record<string, string> } | undefined;
        const registered = await (await aws.ecs()).registerTaskDefinition({
            ...(toApi(inputs, values, camelCase) as { family: string }),
            containerDefinitions: JSON.parse(String(values["containerDefinitions"])) as ContainerDefinition[],
            volumes: volumes?.map((one) => ({
                ...toApi(volume, one, camelCase),
                ...(one["hostPath"] === undefined ? {} : { host: { sourcePath: one["hostPath"] as string } }),
            })),
            proxyConfiguration: proxy && {
                containerName: proxy.containerName,
                type: proxy.type,
                properties: Object.entries(proxy.properties ?? {}).map(([name, value]) => ({ name, value })),
            },
            ...(Object.keys(tagsOf(values)).length === 0 ? {} : { tags: toEcsTags(tagsOf(values)) }),
        });
        // The id is the family; which revision of it is ours, `read` takes from the ARN.
        values["arn"] = registered.taskDefinition?.taskDefinitionArn;
        return registered.taskDefinition?.family ?? "";
    },
    async read(aws, id, state) {
        const arn = state["arn"] as string | undefined;
        const wanted = state["trackLatest"] === true ? id : (arn ?? id);
        const answer = await (await aws.ecs()).describeTaskDefinition({ taskDefinition: wanted, include: ["TAGS"] });
        const found = answer.taskDefinition;
        return found?.status === "ACTIVE" ? { ...described(found), tagsAll: fromEcsTags(answer.tags) } : undefined;
    },
    async update(aws, _id, news, olds) {
        news["arn"] = olds["arn"];
        await updateEcsTags(aws, String(olds["arn"]), news, olds);
    },
    async delete(aws: Aws, _id, state) {
        if (state["skipDestroy"] !== true) {
            await (await aws.ecs()).deregisterTaskDefinition({ taskDefinition: String(state["arn"]) });
        }
    },
};

function described(found: TaskDefinition): Values {
    const arn = found.taskDefinitionArn ?? "";
    return {
        ...fromApi(inputs, found, camelCase),
        arn,
        enableFaultInjection: found.enableFaultInjection ?? false,
        arnWithoutRevision: arn.replace(/:\d+$/, ""),
        revision: found.revision,
        containerDefinitions: JSON.stringify(found.containerDefinitions),
        volumes: found.volumes?.map((one) => ({
            ...fromApi(volume, one, camelCase),
            ...(one.host?.sourcePath === undefined ? {} : { hostPath: one.host.sourcePath }),
        })),
    };
}

function familyFailures(family: unknown): Failure[] {
    return isUnknown(family) || /^[\w-]{1,255}$/.test(String(family))
        ? []
        : [{ property: "family", reason: `"${String(family)}" is not accepted; a family has 1 to 255 letters, digits, hyphens and underscores` }];
}

function volumeNameFailures(volumes: unknown): Failure[] {
    const names = volumeNames(volumes) ?? [];
    return names.flatMap((name, index) =>
        names.indexOf(name) < index ? [{ property: `volumes[${index}].name`, reason: `"${name}" is the name of an earlier volume; names are unique` }] : [],
    );
}

function volumeNames(volumes: unknown): string[] | undefined {
    if (isUnknown(volumes)) {
        return undefined;
    }
    const names = ((volumes ?? []) as unknown[]).map((one) => (isUnknown(one) ? one : (one as Values)["name"]));
    return holdsUnknown(names) ? undefined : names.map(String);
}

/** The network mode, where the program gives one that is known. */
function networkModeOf(values: Values): string | undefined {
    const mode = values["networkMode"];
    return typeof mode === "string" && !isUnknown(mode) ? mode : undefined;
}
