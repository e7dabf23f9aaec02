import { LaunchType } from "../../contract";
import { any, anyOf, inParts, known, Undecided, UNKNOWN, type Known } from "../../ecs/known";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { areForNeuron, isInferenceTask, isPlacedForChips } from "../../ecs/task/inference-task";
import type { Property } from "../../ecs/path";
import type { ServiceLoadBalancer, StackTaskDefinition, TaskStarter } from "./stack-resources";
import { isFargate } from "./read-starter";

/**
 * Whether a starter runs a Neuron task; by its own placement on Neuron instances, where its task definition does not
 * tell.
 */
export function isInferenceStarter(starter: TaskStarter): Known<boolean> {
    const { placementConstraints, taskDefinition } = starter;
    const isPlaced = areForNeuron(placementConstraints) === true;
    if (taskDefinition === UNKNOWN || taskDefinition.targets.length === 0) {
        return isPlaced ? true : taskDefinition === UNKNOWN ? UNKNOWN : false;
    }
    return anyOf(taskDefinition.targets, ({ task }) =>
        any([isPlaced && isPlacedForChips(task, placementConstraints), isInferenceTask(task)]),
    );
}

/** The task definition that the starter runs; undefined when it is not in the stack. @throws Undecided */
export function taskOf(starter: TaskStarter): StackTaskDefinition | undefined {
    const { targets } = known(starter.taskDefinition, ["taskDefinition"]);
    if (targets.length > 1) {
        throw new Undecided({ path: ["taskDefinition"] });
    }
    return targets[0];
}

/** Judges each load balancer of a starter whose task definition is in the stack. @throws Undecided after all of them */
export function* perLoadBalancer<T>(
    starter: TaskStarter,
    judge: (balancer: ServiceLoadBalancer, definition: StackTaskDefinition) => Iterable<T>,
): Iterable<T> {
    const balancers = known(starter.loadBalancers, ["loadBalancers"]);
    const definition = balancers.length === 0 ? undefined : taskOf(starter);
    if (definition !== undefined) {
        yield* inParts(...balancers.map((balancer) => () => judge(balancer, definition)));
    }
}

/**
 * Reads something of a task definition on behalf of another resource. @throws Undecided with the name of the task
 * definition
 */
export function readingTask<T>(definition: StackTaskDefinition, read: (task: TaskDefinition) => T): T {
    return reading(definition, () => read(definition.task));
}

/**
 * Reads one thing after the other of a task definition on behalf of another resource. @throws Undecided after them,
 * with the name of the task definition
 */
export function* readingEach<T>(
    definition: StackTaskDefinition,
    read: (task: TaskDefinition) => Iterable<T>,
): Iterable<T> {
    try {
        yield* read(definition.task);
    } catch (error) {
        throw onBehalf(definition, error);
    }
}

/** Reads something of a resource on behalf of another. @throws Undecided with the name of the one that is read */
export function reading<T>(resource: { readonly id: string }, read: () => T): T {
    try {
        return read();
    } catch (error) {
        throw onBehalf(resource, error);
    }
}

/** The error of a reader, with the name of what it has read where that is not known. */
function onBehalf({ id }: { readonly id: string }, error: unknown): unknown {
    if (!(error instanceof Undecided)) {
        return error;
    }
    return new Undecided(...error.values.map((value) => ({ owner: id, ...value })));
}

/**
 * Where a starter asks for Fargate: the property, and what stands there; undefined when it does not. @throws Undecided
 */
export function fargateOf(starter: TaskStarter): (Property & { readonly value: string }) | undefined {
    if (known(starter.launchType, ["launchType"]) === LaunchType.Fargate) {
        return { path: ["launchType"], value: LaunchType.Fargate };
    }
    const capacity = known(starter.capacity, ["capacity providers"]);
    if (capacity === undefined) {
        return undefined;
    }
    const name = capacity.names.find(isFargate);
    if (name === undefined && capacity.names.includes(UNKNOWN)) {
        // What it refers to is no capacity provider of Fargate.
        known(capacity.providers, capacity.path);
    }
    const { path, owner } = capacity;
    return name === undefined ? undefined : { path, ...(owner !== undefined && { owner }), value: String(name) };
}
