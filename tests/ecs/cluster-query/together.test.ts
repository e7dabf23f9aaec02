import assert from "node:assert/strict";
import { instanceOf } from "../../../ecs/cluster-query/instance";
import { canHoldTogether, holdOn } from "../../../ecs/cluster-query/together";
import { UNKNOWN } from "../../../ecs/known";

const instance = instanceOf({ instanceType: "inf2.xlarge" });
const zone = "attribute:ecs.availability-zone";

describe("Placement expressions hold on an instance", () => {
    it("where each does, and what is none of the language says nothing", () => {
        const type = "attribute:ecs.instance-type =~ inf2.*";
        assert.deepStrictEqual(
            [[type], [type, "attribute:stack == a"], [type, `not(${type})`], [type, "none of it"], []].map((each) =>
                holdOn(each, instance),
            ),
            [true, UNKNOWN, false, true, true],
        );
    });
});

describe("Placement expressions can hold on one instance", () => {
    const cases: [string, readonly string[], boolean][] = [
        ["where they name one zone", [`${zone} == a`, `${zone} in [a, b]`], true],
        ["not where they name different zones", [`${zone} == a`, `${zone} == b`], false],
        ["not where one denies what the other names", ["attribute:stack == a", "attribute:stack != a"], false],
        ["where one denies something else", ["attribute:stack == a", "attribute:stack != b"], true],
        ["not where one wants no attribute of the name", ["attribute:stack == a", "attribute:stack !exists"], false],
        ["where a value may match both patterns", [`${zone} =~ us-west-2.*`, `${zone} =~ .*a`], true],
        ["not where the value of one does not match the other", [`${zone} =~ us-west-2.*`, `${zone} == eu-1a`], false],
        ["not where one is never true", ["attribute:ecs.os-type == windows"], false],
        ["where one is none of the language", ["none of it", `${zone} == a`], true],
        ["where they name groups of tasks", ["task:group == service:a", "task:group == service:b"], true],
        ["where they are of different attributes", ["attribute:a == 1", "attribute:b == 2"], true],
        [
            "perhaps, where there are too many values to try",
            Array.from({ length: 10 }, (_, index) => `attribute:a${index} == 1 and attribute:a${index} == 2`),
            true,
        ],
    ];
    for (const [what, expressions, expected] of cases) {
        it(what, () => assert.equal(canHoldTogether(expressions, instance), expected));
    }
});
