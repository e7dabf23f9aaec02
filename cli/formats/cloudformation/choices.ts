import { field, itemsOf, type Choices, type Conditions, type Place } from "../../document";

/** What a template takes of its `Fn::If`s where conditions are decided. */
export function choicesOf(conditions: Conditions): Choices {
    const stepsFrom = (node: unknown): Place => {
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
