import type { Values } from "../property";
import { isObject } from "../values";

/**
 * What Pulumi's provider compares of container definitions, a JSON text. It forgives what Amazon ECS adds to a
 * container, and the order of containers, variables and secrets; all else must be the same, an empty list inside
 * `linuxParameters` too.
 *
 * Source: terraform-provider-aws, internal/service/ecs/container_definitions.go.
 */
export function containerDefinitionsMeaning(json: string, { networkMode }: Values): unknown {
    let parsed: unknown;
    try {
        parsed = JSON.parse(json);
    } catch {
        return json;
    }
    return Array.isArray(parsed) && parsed.every(isObject)
        ? byName(parsed.map((container) => containerMeaning(container, networkMode)))
        : parsed;
}

function containerMeaning(container: Values, networkMode: unknown): Values {
    const { cpu, environment, healthCheck, portMappings, secrets, ...others } = container;
    return withoutEmptyLists({
        essential: true,
        ...others,
        ...(cpu === 0 ? {} : { cpu }),
        environment: byName(environment),
        healthCheck: isObject(healthCheck) ? { interval: 30, retries: 3, timeout: 5, ...healthCheck } : healthCheck,
        portMappings: Array.isArray(portMappings)
            ? portMappings.map((mapping) => portMeaning(mapping, networkMode))
            : portMappings,
        secrets: byName(secrets),
    });
}

function portMeaning(mapping: unknown, networkMode: unknown): unknown {
    if (!isObject(mapping)) {
        return mapping;
    }
    const { hostPort, protocol, ...others } = mapping;
    const ownPort = networkMode === "awsvpc" ? mapping["containerPort"] : undefined;
    return withoutEmptyLists({
        ...others,
        hostPort: hostPort === undefined || hostPort === 0 ? ownPort : hostPort,
        protocol: protocol === "tcp" ? undefined : protocol,
    });
}

function byName(list: unknown): unknown {
    const nameOf = (one: unknown): string => (isObject(one) ? String(one["name"]) : "");
    return Array.isArray(list)
        ? [...(list as unknown[])].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
        : list;
}

/** The members that are there; lists further in stay as they are. */
function withoutEmptyLists(members: Values): Values {
    return Object.fromEntries(
        Object.entries(members).filter(
            ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
        ),
    );
}
