import { fargateCapacityProviders } from "../../../contract";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { at, firstAt, items, number, text } from "../fields";
import type { ResourceReferences } from "../references";
import type { SourceResource } from "../source-resource";
import { isOfNodes, onlyContainer, sizesOf } from "./batch-job";
import { settingsOf, type SourceStarter } from "./source-starter";

/** A job that something submits, and where that stands. */
export interface Submission {
    /** What SubmitJob takes, in camelCase or PascalCase. */
    readonly parameters: unknown;
    readonly jobQueue: unknown;
    /** What holds its overrides. */
    readonly overrides: unknown;
    /** The properties of the resource in which the job's definition and its queue stand. */
    readonly holders: { readonly definition: string; readonly queue: string };
    readonly paths: { readonly definition: Path; readonly queue: Path; readonly overrides: Path };
}

/**
 * A submitted job as something that starts tasks: its definition as the task definition, and the compute environments
 * of its queue as the strategy. The first of them gets the job; the others may, while it has no room.
 *
 * Source: AWS Batch API Reference, SubmitJob and CreateJobQueue.
 */
export function submittedJob(
    resource: SourceResource,
    title: string,
    { parameters, jobQueue, overrides, holders, paths }: Submission,
    references: ResourceReferences,
): SourceStarter {
    const settings = settingsOf(resource, {
        taskDefinition: [parameters === UNKNOWN ? UNKNOWN : at(parameters, "jobDefinition"), holders.definition],
    });
    const queue = text(jobQueue) ?? UNKNOWN;
    const found = references.find(resource, holders.queue, [queue], "jobQueue");
    const [target, ...more] = found === UNKNOWN ? [] : found.targets;
    // The nodes of a parallel job may be on some types only of those that its queue has.
    const isUndecided = target === undefined || more.length > 0 || hasNodes(settings, references);
    const strategy = isUndecided ? UNKNOWN : strategyOf(target, references);
    return {
        title,
        isService: false,
        isPlaced: false,
        settings: { ...settings, properties: { ...settings.properties, capacityProviderStrategy: strategy } },
        places: [
            [["taskDefinition"], paths.definition],
            [["overrides"], paths.overrides],
            ...ofQueue.map((known) => [[known], paths.queue] as const),
            [[], paths.queue],
        ],
        overrides: overridesOf(overrides),
    };
}

function hasNodes(settings: SourceResource, references: ResourceReferences): boolean {
    const name = text(at(settings.properties, "taskDefinition")) ?? UNKNOWN;
    const found = references.find(settings, "taskDefinition", [name], "taskDefinition");
    return found !== UNKNOWN && found.targets.some(isOfNodes);
}

/** What the queue of a job says, by the names of a service. */
const ofQueue = ["capacityProviderStrategy", "placementConstraints", "capacity providers"];

/** The compute environments of a queue, as a strategy. */
function strategyOf(queue: SourceResource, references: ResourceReferences): Known<readonly unknown[]> {
    const key = queueKeys.find((one) => at(queue.properties, one) !== undefined);
    if (key === undefined) {
        return UNKNOWN;
    }
    const list = items(at(queue.properties, key));
    const named = list === UNKNOWN ? [] : [...list].sort((one, other) => orderOf(one) - orderOf(other));
    const found = named.map((item) => {
        const name = typeof item === "string" ? item : text(at(item, "computeEnvironment"));
        const index = list === UNKNOWN ? 0 : list.indexOf(item);
        const one = references.find(queue, `${key}[${index}]`, [name ?? UNKNOWN], "computeEnvironment");
        return one === UNKNOWN || one.targets.length !== 1 ? undefined : one.targets[0];
    });
    if (list !== UNKNOWN && found.every((one) => one !== undefined)) {
        return found.map((one, index) => ({ capacityProvider: providerOf(one), weight: index === 0 ? 1 : UNKNOWN }));
    }
    // Several went into the list, in an order that is not told.
    const all = references.into(queue, key, ["computeEnvironment"]);
    const isWhole = list === UNKNOWN ? all.length > 0 : all.length === list.length;
    return isWhole ? all.map((one) => ({ capacityProvider: providerOf(one), weight: UNKNOWN })) : UNKNOWN;
}

const queueKeys = ["computeEnvironmentOrder", "computeEnvironmentOrders", "computeEnvironments"];

function orderOf(item: unknown): number {
    const order = number(at(item, "order"));
    return typeof order === "number" ? order : 0;
}

/** The name of the capacity provider that stands for a compute environment. Fargate takes no instance types. */
export function providerOf({ id, properties }: SourceResource): Known<string> {
    const type = text(at(properties, "computeResources", "type"));
    if (type !== UNKNOWN) {
        return type !== undefined && fargateCapacityProviders.includes(type) ? type : id;
    }
    const types = firstAt(properties, ["computeResources", "instanceTypes"], ["computeResources", "instanceType"]);
    return types === undefined || types === UNKNOWN ? UNKNOWN : id;
}

/** The overrides of a job's containers, as RunTask takes them. */
function overridesOf(holder: unknown): Known<readonly unknown[]> {
    if (at(holder, "nodeOverrides") !== undefined) {
        // Each may be of some of the nodes only.
        return UNKNOWN;
    }
    const only = at(holder, "containerOverrides");
    if (only !== undefined) {
        return only === UNKNOWN ? UNKNOWN : [overrideOf(only, onlyContainer)];
    }
    const tasks = items(at(holder, "ecsPropertiesOverride", "taskProperties"));
    const containers = tasks === UNKNOWN ? UNKNOWN : tasks.map((task) => items(at(task, "containers")));
    return containers === UNKNOWN || containers.includes(UNKNOWN)
        ? UNKNOWN
        : containers.flatMap((list) => (list === UNKNOWN ? [] : list.map((one) => overrideOf(one, at(one, "name")))));
}

function overrideOf(given: unknown, name: unknown): unknown {
    return {
        name,
        command: at(given, "command"),
        environment: at(given, "environment"),
        ...sizesOf(given),
    };
}
