import { inf1Placement } from "../cluster-query/inf1-placement";
import { type Inf1InstanceType } from "../../contract";
import { known } from "../known";
import type { Constraint, TaskDefinition } from "./task-definition";

/** The expressions of the `memberOf` constraints. @throws Undecided while one is not known */
export function memberOfExpressions(constraints: readonly Constraint[], path: string): readonly string[] {
    return constraints.flatMap(({ type, expression }, index) => {
        const at = `${path}[${index}]`;
        return known(type, `${at}.type`) === "memberOf" && expression !== undefined
            ? [known(expression, `${at}.expression`)]
            : [];
    });
}

/**
 * The Inf1 type that bounds the task's devices: of those on which its placement constraints can hold, the one with the
 * fewest chips. Undefined when the constraints name no Inf1 type, or none that there is.
 */
export function boundingInstanceType(task: TaskDefinition): Inf1InstanceType | undefined {
    const expressions = memberOfExpressions(
        known(task.placementConstraints, "placementConstraints"),
        "placementConstraints",
    );
    const placement = inf1Placement(expressions);
    // Types stand in the order of their chips.
    return placement?.others === false ? placement.possible[0] : undefined;
}
