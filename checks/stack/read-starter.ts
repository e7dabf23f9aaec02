import { fargateCapacityProviders } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { isInferenceTask } from "../../ecs/task/inference-task";
import type { Constraint } from "../../ecs/task/task-definition";
import { at, firstAt, items, number, text } from "./fields";
import { readLoadBalancers } from "./read-load-balancers";
import { overriddenBy } from "./starters/overridden-task";
import { readStackTaskDefinition } from "./read-stack-task-definition";
import type { SourceStarter } from "./starters/source-starter";
import { getTasks } from "../../ecs/service/strategy";
import type {
    Capacity,
    CapacityProvider,
    ResourceReference,
    StackTaskDefinition,
    TaskStarter,
} from "./stack-resources";
import type { ResourceReader } from "./resource-reader";
import { mapped } from "./references";
import type { SourceResource } from "./source-resource";
import { zonesOfSubnets, type Zones } from "./zones";

const strategyKeys = ["capacityProviderStrategies", "capacityProviderStrategy"] as const;
const defaultStrategyKeys = ["defaultCapacityProviderStrategies", "defaultCapacityProviderStrategy"] as const;

export function readStarter(reader: ResourceReader, starter: SourceStarter): TaskStarter {
    const { settings: resource, overrides, title, isService, isPlaced, places } = starter;
    const { id, properties } = resource;
    const launchType = text(at(properties, "launchType"));
    let withoutOverrides: StackTaskDefinition | undefined;
    const taskDefinition = reader.reference(
        resource,
        [["taskDefinition"]],
        (one) => {
            const own = reader.taskDefinition(one);
            // What may be overridden makes no Neuron task of another one.
            const isOverridden = overrides === UNKNOWN ? isInferenceTask(own.task) !== false : overrides.length > 0;
            const overridden = isOverridden ? overriddenBy(overrides, one) : undefined;
            withoutOverrides = overridden && own;
            return overridden === undefined ? own : readStackTaskDefinition(reader, overridden);
        },
        "taskDefinition",
    );
    return {
        kind: "taskStarter",
        id,
        title,
        isService,
        isPlaced,
        places,
        taskDefinition,
        withoutOverrides,
        cluster: reader.clusterNamed(resource, "cluster", text(at(properties, "cluster"))),
        launchType,
        capacity:
            readStrategy(reader, resource, strategyKeys, resource) ??
            (launchType === undefined ? clusterDefault(reader, resource) : undefined),
        placementConstraints: readConstraints(at(properties, "placementConstraints")),
        zones: zonesOfTasks(reader, resource),
        perhapsSubnets:
            zonesOfTasks(reader, resource) === UNKNOWN
                ? reader.references.into(resource, "networkConfiguration", ["subnet"]).map((subnet) => subnet.id)
                : [],
        name: isService ? nameOf(resource) : UNKNOWN,
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
        loadBalancers: readLoadBalancers(reader, resource),
        healthCheckGracePeriodSeconds: number(at(properties, "healthCheckGracePeriodSeconds")),
    };
}

function readStrategy(
    reader: ResourceReader,
    resource: SourceResource,
    keys: readonly string[],
    starter: SourceResource,
): Known<Capacity> | undefined {
    const key = keys.find((one) => at(resource.properties, one) !== undefined);
    if (key === undefined) {
        return undefined;
    }
    const strategy = items(at(resource.properties, key));
    if (strategy === UNKNOWN) {
        return UNKNOWN;
    }
    const desiredCount = number(at(starter.properties, "desiredCount"));
    const taking = getTasks(
        strategy.map((item) => ({ base: number(at(item, "base")), weight: number(at(item, "weight")) })),
        desiredCount,
    );
    const read = strategy.map((item, index): UsedProvider => {
        const name = text(at(item, "capacityProvider")) ?? UNKNOWN;
        const found: Known<ResourceReference<CapacityProvider>> = isFargate(name)
            ? { targets: [], elsewhere: false }
            : mapped(reader.references.find(resource, `${key}[${index}]`, [name], "capacityProvider"), (one) =>
                  reader.capacityProvider(one),
              );
        return { name, getsTasks: taking[index], found };
    });
    // Where it is not known which of several an item means, each may be the one that gets none.
    const isAmbiguous = read.some(({ found }) => found !== UNKNOWN && found.targets.length > 1);
    const used = read.filter(({ getsTasks }) => isAmbiguous || getsTasks !== false);
    const providers = joined(used.map(({ found }) => found));
    const getAll = taking.every((one) => one === true);
    const perhapsIdle = used.flatMap(({ getsTasks, found }) =>
        found === UNKNOWN || (isAmbiguous ? getAll : getsTasks === true) ? [] : found.targets,
    );
    const owner = resource === starter ? {} : { owner: resource.id };
    const names = used.map(({ name }) => name);
    return used.length === 0 ? undefined : { path: [key], ...owner, names, providers, perhapsIdle };
}

/** A capacity provider of a strategy, and whether it gets tasks. */
interface UsedProvider {
    readonly name: Known<string>;
    readonly getsTasks: Known<boolean> | undefined;
    readonly found: Known<ResourceReference<CapacityProvider>>;
}

function joined<T>(references: readonly Known<ResourceReference<T>>[]): Known<ResourceReference<T>> {
    const each = references.filter((one) => one !== UNKNOWN);
    return each.length < references.length
        ? UNKNOWN
        : {
              targets: [...new Set(each.flatMap(({ targets }) => targets))],
              elsewhere: each.some(({ elsewhere }) => elsewhere),
          };
}

/** Terraform and Pulumi call it `name`; a provider's resource may have a generated one in its state. */
function nameOf({ properties }: SourceResource): Known<string> {
    return text(firstAt(properties, ["serviceName"], ["name"])) ?? UNKNOWN;
}

/** What ECS takes where a starter names neither a launch type nor capacity providers. */
function clusterDefault(reader: ResourceReader, starter: SourceResource): Known<Capacity> | undefined {
    const cluster = reader.reference(starter, [["cluster"]], (one) => one, "cluster");
    if (cluster === UNKNOWN) {
        return UNKNOWN;
    }
    for (const holder of cluster.targets.flatMap((target) => reader.defaultsOf(target))) {
        const strategy = readStrategy(reader, holder, defaultStrategyKeys, starter);
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

/** The zones of the subnets in which tasks with a network interface of their own have it. */
function zonesOfTasks({ references }: ResourceReader, resource: SourceResource): Zones {
    const path = subnetsOfTasks.find((one) => at(resource.properties, ...one) !== undefined);
    return path === undefined ? UNKNOWN : zonesOfSubnets(resource, references, path);
}

const subnetsOfTasks = [
    ["networkConfiguration", "awsvpcConfiguration", "subnets"],
    ["networkConfiguration", "subnets"],
] as const;
