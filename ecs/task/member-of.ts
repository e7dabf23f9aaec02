import { neuronTypesOnly } from "../cluster-query/neuron-placement";
import { isKnownNeuronType, neuronInstances, type NeuronInstanceType } from "../../contract";
import { known } from "../known";
import type { Path } from "../path";
import type { Constraint, TaskDefinition } from "./task-definition";

/** The expressions of the `memberOf` constraints. @throws Undecided while one is not known */
export function memberOfExpressions(constraints: readonly Constraint[], path: Path): readonly string[] {
    return constraints.flatMap(({ type, expression }, index) => {
        const at = [...path, index];
        return known(type, at, "type") === "memberOf" && expression !== undefined
            ? [known(expression, at, "expression")]
            : [];
    });
}

/**
 * The types on which the task's own placement constraints let it run; undefined where they let it run on others than
 * Inferentia and Trainium too, or on none. @throws Undecided
 */
export function ownTypes(task: TaskDefinition): readonly string[] | undefined {
    const path = ["placementConstraints"];
    const types = neuronTypesOnly(memberOfExpressions(known(task.placementConstraints, path), path));
    return types?.length === 0 ? undefined : types;
}

/**
 * The type that bounds the task's devices: of those on which its placement constraints can hold, the one with the
 * fewest chips. Undefined when the constraints name no such type, or one of which the chips are not known.
 */
export function boundingInstanceType(task: TaskDefinition): NeuronInstanceType | undefined {
    const types = ownTypes(task);
    return types && fewestChips(types);
}

/** The type with the fewest chips; undefined where there is none, or the chips of one are not known. */
export function fewestChips(types: readonly string[]): NeuronInstanceType | undefined {
    return byChips(types)?.[0];
}

/** The type with the most chips; undefined likewise. */
export function mostChips(types: readonly string[]): NeuronInstanceType | undefined {
    return byChips(types)?.at(-1);
}

function byChips(types: readonly string[]): readonly NeuronInstanceType[] | undefined {
    return types.every(isKnownNeuronType)
        ? [...types].sort((one, other) => neuronInstances[one].chips - neuronInstances[other].chips)
        : undefined;
}
