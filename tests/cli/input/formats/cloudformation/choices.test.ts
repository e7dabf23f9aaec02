import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { branchOf, choicesOf } from "../../../../../cli/input/formats/cloudformation/choices";

const conditions = new Map([
    ["IsProd", true],
    ["IsTest", false],
]);

describe("choicesOf", () => {
    const { stepsFrom, isNothing } = choicesOf(conditions);
    const nested = { "Fn::If": ["IsProd", { "Fn::If": ["IsTest", "a", { Ref: "AWS::NoValue" }] }, "b"] };

    it("leads through the branches that are taken", () => {
        assert.deepStrictEqual(
            [nested, { "Fn::If": ["IsTest", "a", "b"] }, { "Fn::If": ["IsOther", "a", "b"] }, "a"].map(stepsFrom),
            [["Fn::If", 1, "Fn::If", 2], ["Fn::If", 2], [], []],
        );
    });

    it("tells where the branch that is taken stands for nothing", () => {
        assert.deepStrictEqual([nested, { Ref: "AWS::NoValue" }, { "Fn::If": ["IsProd", "a", "b"] }].map(isNothing), [
            true,
            true,
            false,
        ]);
    });
});

describe("branchOf", () => {
    const cases: [what: string, argument: unknown, value: unknown][] = [
        ["the first branch where the condition is true", ["IsProd", "a", "b"], "a"],
        ["the second branch where it is false", ["IsTest", "a", "b"], "b"],
        ["the value on which both branches agree", ["IsOther", "a", "a"], "a"],
        ["UNKNOWN where they do not", ["IsOther", "a", "b"], UNKNOWN],
    ];
    for (const [what, argument, value] of cases) {
        it(`is ${what}`, () =>
            assert.strictEqual(
                branchOf(argument, conditions, (branch) => branch),
                value,
            ));
    }
});
