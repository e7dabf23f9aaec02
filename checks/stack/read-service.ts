import { fargateCapacityProviders } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { Constraint } from "../../ecs/task/task-definition";
import { at, firstAt, items, number, text } from "./fields";
import { overriddenBy } from "./overridden-task";
import { readStackTaskDefinition } from "./read-stack-task-definition";
import type { Starter } from "./starters";
import type { Capacity, Service, StackTaskDefinition } from "./stack-resources";
import type { ResourceReader } from "./resource-reader";
import { mapped } from "./references";
import type { SourceResource } from "./source-resource";

const strategyKeys = ["capacityProviderStrategies", "capacityProviderStrategy"] as const;
const defaultStrategyKeys = ["defaultCapacityProviderStrategies", "defaultCapacityProviderStrategy"] as const;

export function readService(reader: ResourceReader, starter: Starter): Service {
    const { settings: resource, overrides, title, isService, path, places } = starter;
    const { id, properties } = resource;
    const launchType = text(at(properties, "launchType"));
    const cluster = reader.reference(resource, [["cluster"]], (one) => reader.cluster(one), "cluster");
    let withoutOverrides: StackTaskDefinition | undefined;
    const taskDefinition = reader.reference(
        resource,
        [["taskDefinition"]],
        (one) => {
            const own = reader.taskDefinition(one);
            const overridden =
                overrides === UNKNOWN || overrides.length === 0 ? undefined : overriddenBy(overrides, one);
            withoutOverrides = overridden && own;
            return overridden === undefined ? own : readStackTaskDefinition(reader, overridden);
        },
        "taskDefinition",
    );
    return {
        kind: "service",
        id,
        title,
        isService,
        path,
        places,
        taskDefinition,
        withoutOverrides,
        cluster,
        launchType,
        capacity:
            readStrategy(reader, resource, strategyKeys) ??
            (launchType === undefined ? clusterDefault(reader, resource) : undefined),
        placementConstraints: readConstraints(at(properties, "placementConstraints")),
        schedulingStrategy: text(at(properties, "schedulingStrategy")),
        desiredCount: number(at(properties, "desiredCount")),
        minimumHealthyPercent: number(
            firstAt(
                properties,
                ["deploymentMinimumHealthyPercent"],
                ["deploymentConfiguration", "minimumHealthyPercent"],
            ),
        ),
        maximumPercent: number(
            firstAt(properties, ["deploymentMaximumPercent"], ["deploymentConfiguration", "maximumPercent"]),
        ),
        strategy: text(at(properties, "deploymentConfiguration", "strategy")),
    };
}

function readStrategy(
    reader: ResourceReader,
    resource: SourceResource,
    keys: readonly string[],
): Known<Capacity> | undefined {
    const key = keys.find((one) => at(resource.properties, one) !== undefined);
    if (key === undefined) {
        return undefined;
    }
    const strategy = items(at(resource.properties, key));
    if (strategy === UNKNOWN) {
        return UNKNOWN;
    }
    const names = strategy.map((item) => text(at(item, "capacityProvider")) ?? UNKNOWN);
    const own = names.filter((name) => !isFargate(name));
    const providers = mapped(reader.references.find(resource, key, own, "capacityProvider"), (one) =>
        reader.capacityProvider(one),
    );
    return names.length === 0 ? undefined : { path: [key], names, providers };
}

/** What ECS takes where a service names neither a launch type nor capacity providers. */
function clusterDefault(reader: ResourceReader, service: SourceResource): Known<Capacity> | undefined {
    const cluster = reader.reference(service, [["cluster"]], (one) => one, "cluster");
    if (cluster === UNKNOWN) {
        return UNKNOWN;
    }
    for (const holder of cluster.targets.flatMap((target) => reader.defaultsOf(target))) {
        const strategy = readStrategy(reader, holder, defaultStrategyKeys);
        if (strategy !== undefined) {
            return strategy;
        }
    }
    return reader.references.complete ? undefined : UNKNOWN;
}

/** Whether a capacity provider is one of those that ECS has for Fargate in each cluster. */
export function isFargate(capacityProvider: Known<string>): boolean {
    return fargateCapacityProviders.some((one) => one === capacityProvider);
}

function readConstraints(value: unknown): Known<readonly Constraint[]> {
    const constraints = items(value);
    return constraints === UNKNOWN
        ? UNKNOWN
        : constraints.map((constraint) => ({
              type: text(at(constraint, "type")) ?? UNKNOWN,
              expression: text(at(constraint, "expression")),
          }));
}
