import { capacityProvider } from "./ecs/capacity-provider";
import { cluster } from "./ecs/cluster";
import { clusterCapacityProviders } from "./ecs/cluster-capacity-providers";
import { service } from "./ecs/service";
import { taskDefinition } from "./ecs/task-definition";
import type { ResourceTypes } from "./resource-type";

/** Amazon Elastic Container Service. */
export const ecsTypes: ResourceTypes = {
    "aws:ecs/cluster:Cluster": cluster,
    "aws:ecs/capacityProvider:CapacityProvider": capacityProvider,
    "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": clusterCapacityProviders,
    "aws:ecs/taskDefinition:TaskDefinition": taskDefinition,
    "aws:ecs/service:Service": service,
};
