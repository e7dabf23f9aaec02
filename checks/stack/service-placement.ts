import { holdsOn, neuronPlacement, neuronTypesOnly } from "../../ecs/cluster-query/neuron-placement";
import { isNeuronInstanceType } from "../../contract";
import { holds, known, Undecided } from "../../ecs/known";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { memberOfExpressions } from "../../ecs/task/member-of";
import { readingTask, taskOf } from "./inference-service";
import { groupsOf, instanceTypesOf } from "./instances";
import type { Stack } from "./stack";
import type { Service } from "./stack-resources";

const path = ["placementConstraints"];

/**
 * The placement expressions of the service and of its task definition, without those that are wrong by themselves or
 * say nothing of types. @throws Undecided
 */
export function expressionsOf(service: Service): readonly string[] {
    const task = taskOf(service);
    const own = memberOfExpressions(known(service.placementConstraints, path), path);
    const read = ({ placementConstraints }: TaskDefinition) =>
        memberOfExpressions(known(placementConstraints, path), path);
    const expressions = task === undefined ? own : [...own, ...readingTask(task, read)];
    return expressions.filter((expression) => (neuronPlacement([expression])?.possible.length ?? 0) > 0);
}

/**
 * The types of the instances that take the service's tasks: those that its capacity providers launch, or else those
 * that join its cluster. Undefined when the stack does not show them all. @throws Undecided
 */
export function launchedTypes(service: Service, stack: Stack): readonly string[] | undefined {
    const groups = groupsOf(service, stack);
    if (groups === undefined && service.capacity === undefined && hasUnusedNeuronTemplate(stack)) {
        throw new Undecided({ path: ["instances of the cluster"] });
    }
    const types = groups?.map(instanceTypesOf);
    const shown = types?.every((some) => some !== undefined) ? [...new Set(types.flat())] : undefined;
    // Others that are Neuron instances too would change nothing.
    if (service.capacity === undefined && !stack.isComplete && (shown?.every(isNeuronInstanceType) ?? true)) {
        throw new Undecided({ path: ["instances of the cluster"] });
    }
    return shown;
}

/** Whether a launch template of Neuron instances is for somebody whom the stack does not show. */
function hasUnusedNeuronTemplate(stack: Stack): boolean {
    return stack.launchTemplates.some(
        (template) =>
            holds(template.instanceType, isNeuronInstanceType) === true && stack.groupsFrom(template).length === 0,
    );
}

/** The instance types on which tasks may be placed. */
export interface PlacedTypes {
    readonly types: readonly string[];
    /** Whether the stack launches every one of them; else, the placement expressions alone allow them. */
    readonly areLaunched: boolean;
}

/**
 * The types on which the service's tasks may be placed: what is launched, as far as the placement expressions let the
 * tasks there, or else what those name. Undefined where neither is shown, or nothing is left. @throws Undecided
 */
export function placedTypes(service: Service, stack: Stack): PlacedTypes | undefined {
    const expressions = expressionsOf(service);
    const named = neuronTypesOnly(expressions);
    // What joins the cluster is not all that may, and so narrows no types that are named.
    const launched = named !== undefined && service.capacity === undefined ? undefined : launchedTypes(service, stack);
    const types = launched?.filter(holdsOn(expressions)) ?? named ?? [];
    return types.length === 0 ? undefined : { types, areLaunched: launched !== undefined };
}
