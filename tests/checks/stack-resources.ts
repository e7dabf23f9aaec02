import { guide } from "../../checks/examples/bases/guide";
import type { Kind } from "../../checks/stack/types";
import type { SourceResource } from "../../checks/stack/source";

const types: Readonly<Record<Kind, string>> = {
    taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
    service: "aws:ecs/service:Service",
    cluster: "aws:ecs/cluster:Cluster",
    clusterCapacity: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    capacityProvider: "aws:ecs/capacityProvider:CapacityProvider",
    autoScalingGroup: "aws:autoscaling/group:Group",
    launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
    launchConfiguration: "aws:ec2/launchConfiguration:LaunchConfiguration",
};

/** A resource of Pulumi's AWS provider, which other resources may name by its id. */
export function resource(
    kind: Kind,
    id: string,
    properties: Record<string, unknown> = {},
    dependencies: Record<string, string[]> = {},
): SourceResource {
    return { id, type: types[kind], properties: { id, ...properties }, dependencies };
}

/** A task definition with the guide's containers, or with others. */
export function taskDefinition(id: string, ...containers: object[]): SourceResource {
    return resource("taskDefinition", id, {
        containerDefinitions: containers.length === 0 ? guide.definition.containerDefinitions : containers,
    });
}
