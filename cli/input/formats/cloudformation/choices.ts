import { UNKNOWN } from "../../../../checks";
import { field, itemsOf, type Choices, type ConditionValues, type Place } from "../../document";
import { isScalar } from "./list-functions";

/** What a template takes of its `Fn::If`s where conditions are decided, and the texts of its `Fn::Sub`s. */
export function choicesOf(conditions: ConditionValues): Choices {
    const stepsFrom = (node: unknown): Place => {
        const text = field(node, "Fn::Sub");
        if (text !== undefined) {
            return Array.isArray(text) ? ["Fn::Sub", 0] : ["Fn::Sub"];
        }
        const [name, ...branches] = itemsOf(field(node, "Fn::If"));
        const isTrue = conditions.get(String(name));
        if (isTrue === undefined) {
            return [];
        }
        const index = isTrue ? 0 : 1;
        return ["Fn::If", index + 1, ...stepsFrom(branches[index])];
    };
    return {
        stepsFrom,
        isNothing: (node) => {
            const taken = stepsFrom(node).reduce<unknown>(
                (holder, step) => (typeof step === "number" ? itemsOf(holder)[step] : field(holder, step)),
                node,
            );
            return field(taken, "Ref") === "AWS::NoValue";
        },
    };
}

/** The value of an `Fn::If`: what both branches agree on, where it is not known which is taken. */
export function branchOf(
    argument: unknown,
    conditions: ConditionValues,
    resolved: (branch: unknown) => unknown,
): unknown {
    const [name, whenTrue, whenFalse] = itemsOf(argument);
    const isTrue = conditions.get(String(name));
    if (isTrue !== undefined) {
        return resolved(isTrue ? whenTrue : whenFalse);
    }
    const [one, other] = [resolved(whenTrue), resolved(whenFalse)];
    return isScalar(one) && one === other ? one : UNKNOWN;
}
