import { map, text } from "../property";
import type { ProviderFunction } from "../resource-type";
import { fromEcsTags } from "../tags";

export const getCluster: ProviderFunction = {
    inputs: { clusterName: text({ required: true }), region: text(), tags: map(text()) },
    async call(aws, inputs) {
        const name = String(inputs["clusterName"]);
        const { clusters: [found] = [] } = await (
            await aws.ecs()
        ).describeClusters({ clusters: [name], include: ["TAGS", "SETTINGS"] });
        if (found === undefined || found.status === "INACTIVE") {
            throw new Error(`reading ECS Cluster (${name}): ${found?.status ?? "empty result"}`);
        }
        return {
            arn: found.clusterArn,
            clusterName: name,
            id: found.clusterArn,
            pendingTasksCount: found.pendingTasksCount ?? 0,
            region: aws.region,
            registeredContainerInstancesCount: found.registeredContainerInstancesCount ?? 0,
            runningTasksCount: found.runningTasksCount ?? 0,
            serviceConnectDefaults: found.serviceConnectDefaults === undefined ? [] : [found.serviceConnectDefaults],
            settings: found.settings ?? [],
            status: found.status,
            tags: fromEcsTags(found.tags),
        };
    },
};
