import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { getTasks, type StrategyItem } from "../../../ecs/service/strategy";

/** Items as `base:weight`, where `-` is nothing and `?` is not known. */
function strategy(...items: readonly string[]): readonly StrategyItem[] {
    const read = (text: string | undefined): Known<number> | undefined =>
        text === "-" ? undefined : text === "?" ? UNKNOWN : Number(text);
    return items.map((item) => {
        const [base, weight] = item.split(":");
        return { base: read(base), weight: read(weight) };
    });
}

describe("A capacity provider of a strategy gets tasks", () => {
    const cases: [string, readonly string[], Known<number> | undefined, readonly Known<boolean>[]][] = [
        ["where it is the only one", ["-:0"], 1, [true]],
        ["where it is the only one, also if its weight is not known", ["-:?"], 1, [true]],
        ["by its weight, and not without", ["-:1", "-:0", "0:-"], 1, [true, false, false]],
        ["by its base, whatever its weight", ["1:0", "-:1"], 4, [true, true]],
        ["by a base that is not known, perhaps", ["?:0", "-:1"], 1, [UNKNOWN, true]],
        ["by a weight that is not known, perhaps", ["-:?", "-:1"], 1, [UNKNOWN, true]],
        ["by its weight perhaps, where a base holds all tasks", ["2:0", "-:1"], 2, [true, UNKNOWN]],
        ["by its weight, where it is not known how many tasks there are", ["2:0", "-:1"], UNKNOWN, [true, true]],
        ["by its base, also where that holds all tasks", ["1:1", "-:1", "-:0"], 1, [true, UNKNOWN, false]],
        ["by its weight perhaps, where a base holds the one task", ["1:0", "-:1"], undefined, [true, UNKNOWN]],
        ["like the others where ECS refuses the strategy", ["-:0", "-:0"], 1, [true, true]],
    ];
    for (const [what, items, desiredCount, expected] of cases) {
        it(what, () => assert.deepStrictEqual(getTasks(strategy(...items), desiredCount), expected));
    }
});
