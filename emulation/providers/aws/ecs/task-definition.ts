import type { ContainerDefinition, TaskDefinition } from "@aws-sdk/client-ecs";
import { camelCase, fromApi, toApi } from "../api-shape";
import type { Aws } from "../aws";
import type { Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromEcsTags, tagsOf, toEcsTags } from "../tags";
import { asStored } from "./stored-definitions";
import { updateEcsTags } from "./tagging";
import { taskDefinitionFailures } from "./task-definition-failures";
import { taskDefinitionInputs } from "./task-definition-inputs";
import { volumeFromApi, volumeToApi } from "./task-volumes";

export const taskDefinition: ResourceType = {
    inputs: taskDefinitionInputs,
    outputs: ["arn", "arnWithoutRevision", "revision", "tagsAll"],
    check: taskDefinitionFailures,
    async create(aws, values) {
        const volumes = values["volumes"] as Values[] | undefined;
        const proxy = values["proxyConfiguration"] as
            { containerName: string; type?: "APPMESH"; properties?: Record<string, string> } | undefined;
        const registered = await (
            await aws.ecs()
        ).registerTaskDefinition({
            ...(toApi(taskDefinitionInputs, values, camelCase) as { family: string }),
            containerDefinitions: JSON.parse(String(values["containerDefinitions"])) as ContainerDefinition[],
            volumes: volumes?.map(volumeToApi),
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
    const proxy = found.proxyConfiguration;
    return {
        ...fromApi(taskDefinitionInputs, found, camelCase),
        arn,
        enableFaultInjection: found.enableFaultInjection ?? false,
        arnWithoutRevision: arn.replace(/:\d+$/, ""),
        revision: found.revision,
        containerDefinitions: JSON.stringify(asStored(found.containerDefinitions ?? [], found.networkMode)),
        proxyConfiguration: proxy && {
            containerName: proxy.containerName,
            properties: Object.fromEntries((proxy.properties ?? []).map(({ name, value }) => [name ?? "", value])),
            type: proxy.type,
        },
        volumes: found.volumes?.map(volumeFromApi),
    };
}
