import type { ProviderResource } from "../provider";
import { camelKeys, snake } from "../spelling";
import { Attribute, Encoded, isFields, type Fields } from "../value";
import { fieldsOf, listOf, one, without, type Writer } from "./writer";

export const ecs: Readonly<Record<string, Writer>> = {
    "AWS::ECS::TaskDefinition": one("aws_ecs_task_definition", ({ Volumes, ...given }, id) => ({
        family: given["Family"] ?? id,
        container_definitions: new Encoded("json", camelKeys(given["ContainerDefinitions"])),
        cpu: asText(given["Cpu"]),
        memory: asText(given["Memory"]),
        volumes: undefined,
        volume: listOf(Volumes).map(({ Host, ...volume }) => ({
            ...snake(volume),
            ...without({ host_path: isFields(Host) ? Host["SourcePath"] : undefined }),
        })),
    })),
    "AWS::ECS::Cluster": ({ ClusterName, CapacityProviders, DefaultCapacityProviderStrategy }, id) => [
        { id, type: "aws_ecs_cluster", arguments: { name: ClusterName ?? id } },
        ...(DefaultCapacityProviderStrategy === undefined
            ? []
            : clusterCapacity(
                  { Cluster: new Attribute(id, "name"), CapacityProviders, DefaultCapacityProviderStrategy },
                  `${id}Capacity`,
              )),
    ],
    "AWS::ECS::ClusterCapacityProviderAssociations": clusterCapacity,
    "AWS::ECS::CapacityProvider": one("aws_ecs_capacity_provider", ({ Name, ClusterName }, id) => ({
        name: Name ?? id,
        cluster_name: undefined,
        cluster: ClusterName instanceof Attribute ? new Attribute(ClusterName.id, "name") : ClusterName,
    })),
    "AWS::ECS::Service": one("aws_ecs_service", (given, id) => {
        const { MinimumHealthyPercent, MaximumPercent, Strategy } = fieldsOf(given["DeploymentConfiguration"]);
        return {
            name: given["ServiceName"] ?? id,
            service_name: undefined,
            deployment_configuration: Strategy === undefined ? undefined : { strategy: Strategy },
            deployment_minimum_healthy_percent: MinimumHealthyPercent,
            deployment_maximum_percent: MaximumPercent,
            load_balancers: undefined,
            load_balancer: given["LoadBalancers"] && listOf(given["LoadBalancers"]).map(snake),
            network_configuration: networkOf(given["NetworkConfiguration"]),
        };
    }),
    "AWS::ECS::TaskSet": one("aws_ecs_task_set", (given) => ({
        network_configuration: networkOf(given["NetworkConfiguration"]),
    })),
};

function clusterCapacity(given: Fields, id: string): readonly ProviderResource[] {
    const { Cluster, CapacityProviders, DefaultCapacityProviderStrategy } = given;
    const type = "aws_ecs_cluster_capacity_providers";
    const cluster = Cluster instanceof Attribute ? new Attribute(Cluster.id, "name") : Cluster;
    const strategy = listOf(DefaultCapacityProviderStrategy).map(snake);
    return [
        {
            id,
            type,
            arguments: without({
                cluster_name: cluster,
                capacity_providers: CapacityProviders,
                default_capacity_provider_strategy: strategy.length === 0 ? undefined : strategy,
            }),
        },
    ];
}

function networkOf(given: unknown): unknown {
    const { AwsvpcConfiguration } = fieldsOf(given);
    return isFields(AwsvpcConfiguration)
        ? without({ ...snake(AwsvpcConfiguration), assign_public_ip: undefined })
        : undefined;
}

function asText(value: unknown): unknown {
    return typeof value === "number" ? String(value) : value;
}
