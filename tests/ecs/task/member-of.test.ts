import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { boundingInstanceType, ownTypes } from "../../../ecs/task/member-of";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { undecidedAt } from "../../paths";

const placed = (...constraints: unknown[]) =>
    readTaskDefinition({ containerDefinitions: [{ name: "a", image: "b" }], placementConstraints: constraints });
const memberOf = (expression: unknown) => ({ type: "memberOf", expression });
const sorted = (types: readonly string[] | undefined) => types && [...types].sort();

describe("The types on which a task's own constraints let it run", () => {
    const cases: [string, object[], string[] | undefined][] = [
        [
            "are those that they name",
            [memberOf("attribute:ecs.instance-type in [inf1.6xlarge, inf1.xlarge]")],
            ["inf1.6xlarge", "inf1.xlarge"],
        ],
        ["are not told without constraints", [], undefined],
        ["are not told where others are possible", [memberOf("attribute:ecs.instance-type != inf1.xlarge")], undefined],
        [
            "are not told where none of them is possible",
            [memberOf("attribute:ecs.instance-type == m5.large")],
            undefined,
        ],
        [
            "are not told where the constraints leave none of all types",
            [
                memberOf("attribute:ecs.instance-type == inf1.xlarge"),
                memberOf("attribute:ecs.instance-type == inf1.6xlarge"),
            ],
            undefined,
        ],
        [
            "are not told by other constraints",
            [{ type: "distinctInstance", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            undefined,
        ],
    ];
    for (const [what, constraints, types] of cases) {
        it(what, () => assert.deepStrictEqual(sorted(ownTypes(placed(...constraints))), sorted(types)));
    }

    const undecidedCases: [string, unknown, string][] = [
        ["an expression", memberOf(UNKNOWN), "placementConstraints[0].expression"],
        ["a type", { type: UNKNOWN, expression: "a" }, "placementConstraints[0].type"],
    ];
    for (const [what, constraint, path] of undecidedCases) {
        it(`are not decided while ${what} is not known`, () =>
            assert.throws(() => ownTypes(placed(constraint)), undecidedAt(path)));
    }

    it("are not decided while the constraints are not known", () =>
        assert.throws(
            () => ownTypes({ ...placed(), placementConstraints: UNKNOWN }),
            undecidedAt("placementConstraints"),
        ));

    it("bound its devices by the one with the fewest chips", () => {
        assert.equal(
            boundingInstanceType(placed(memberOf("attribute:ecs.instance-type in [inf1.6xlarge, inf1.xlarge]"))),
            "inf1.xlarge",
        );
        assert.equal(boundingInstanceType(placed()), undefined);
    });
});
