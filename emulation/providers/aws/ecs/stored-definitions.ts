import type { ContainerDefinition, PortMapping } from "@aws-sdk/client-ecs";

/**
 * Container definitions as Amazon ECS answers them, which is with more than it was given. The emulator answers what it
 * was given.
 *
 * Source: answers of DescribeTaskDefinition; terraform-provider-aws, internal/service/ecs/container_definitions.go, for
 * what the provider has to forgive.
 */
export function asStored(
    definitions: readonly ContainerDefinition[],
    networkMode: string | undefined,
): ContainerDefinition[] {
    return definitions.map((definition) => ({
        cpu: 0,
        environment: [],
        essential: true,
        mountPoints: [],
        systemControls: [],
        volumesFrom: [],
        ...definition,
        portMappings: (definition.portMappings ?? []).map((mapping) => withPort(mapping, networkMode)),
        ...(definition.healthCheck === undefined
            ? {}
            : { healthCheck: { interval: 30, retries: 3, timeout: 5, ...definition.healthCheck } }),
        ...withBothLists(definition),
    }));
}

function withPort(mapping: PortMapping, networkMode: string | undefined): PortMapping {
    const { containerPort } = mapping;
    if (containerPort === undefined) {
        return mapping;
    }
    const hostPort = networkMode === "awsvpc" || networkMode === "host" ? containerPort : 0;
    return { hostPort, protocol: "tcp", ...mapping };
}

/** Of `add` and `drop`, the one that is left out is an empty list. */
function withBothLists({ linuxParameters }: ContainerDefinition): Pick<ContainerDefinition, "linuxParameters"> {
    const capabilities = linuxParameters?.capabilities;
    return capabilities?.add === undefined && capabilities?.drop === undefined
        ? {}
        : { linuxParameters: { ...linuxParameters, capabilities: { add: [], drop: [], ...capabilities } } };
}
