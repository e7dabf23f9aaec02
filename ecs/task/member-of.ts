import { neuronTypesOnly } from "../cluster-query/neuron-placement";
import type { NeuronInstanceType } from "../../contract";
import { known } from "../known";
import { smallestType } from "../pool/offer";
import { memo } from "../memo";
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
export const ownTypes = memo((task: TaskDefinition): readonly string[] | undefined => {
    const path = ["placementConstraints"];
    const types = neuronTypesOnly(memberOfExpressions(known(task.placementConstraints, path), path));
    return types?.length === 0 ? undefined : types;
});

/**
 * The type that bounds the task's devices: of those on which its placement constraints can hold, the one with the
 * fewest chips. Undefined when the constraints name no such type, or one of which the chips are not known.
 */
export function boundingInstanceType(task: TaskDefinition): NeuronInstanceType | undefined {
    const types = ownTypes(task);
    return types && smallestType(types, "chips");
}
