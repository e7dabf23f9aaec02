import assert from "node:assert/strict";
import { Undecided, UNKNOWN, type Known } from "../../../ecs/known";
import type { Constraint } from "../../../ecs/task/task-definition";
import { neverMatching, placementExample } from "../../../ecs/task/never-matches";
import { boundingInstanceType, memberOfExpressions } from "../../../ecs/task/member-of";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { undecidedAt } from "../../paths";
import { propertyText } from "../../../checks/phrasing/property-text";

const type = "attribute:ecs.instance-type";
const memberOf = (expression: Known<string> | undefined): Constraint => ({ type: "memberOf", expression });
const distinct = (expression: Known<string> | undefined): Constraint => ({ type: "distinctInstance", expression });

describe("The memberOf expressions of placement constraints", () => {
    it("are those of constraints of that type that have one", () => {
        assert.deepStrictEqual(
            memberOfExpressions(
                [memberOf("a == b"), distinct("c == d"), memberOf(undefined), memberOf("e == f")],
                ["placementConstraints"],
            ),
            ["a == b", "e == f"],
        );
    });

    it("are not known while a type or an expression is not", () => {
        assert.throws(
            () =>
                memberOfExpressions(
                    [memberOf("a == b"), { type: UNKNOWN, expression: "c == d" }],
                    ["placementConstraints"],
                ),
            undecidedAt("placementConstraints[1].type"),
        );
        assert.throws(
            () => memberOfExpressions([memberOf(UNKNOWN)], ["placementConstraints"]),
            undecidedAt("placementConstraints[0].expression"),
        );
    });
});

describe("The instance type that bounds a task's devices", () => {
    const bounds: [string, string | undefined][] = [
        [`${type} == inf1.6xlarge`, "inf1.6xlarge"],
        [`${type} in [inf1.24xlarge, inf1.6xlarge]`, "inf1.6xlarge"],
        [`${type} =~ inf1.*`, "inf1.xlarge"],
        [`${type} == inf2.xlarge`, "inf2.xlarge"],
        [`${type} in [inf2.48xlarge, trn1.2xlarge]`, "trn1.2xlarge"],
        [`${type} in [trn2.48xlarge, trn2.6xlarge]`, undefined],
        [`${type} == m5.large`, undefined],
        ["attribute:stack == prod", undefined],
        ["no expression", undefined],
    ];
    for (const [expression, bound] of bounds) {
        it(`is ${bound ?? "not said"} with ${expression}`, () => {
            assert.equal(
                boundingInstanceType(readTaskDefinition({ placementConstraints: [memberOf(expression)] })),
                bound,
            );
        });
    }

    it("is not known while the constraints are not", () => {
        assert.throws(
            () => boundingInstanceType(readTaskDefinition({ placementConstraints: UNKNOWN })),
            undecidedAt("placementConstraints"),
        );
        assert.throws(
            () => boundingInstanceType(readTaskDefinition({ placementConstraints: [memberOf(UNKNOWN)] })),
            undecidedAt("placementConstraints[0].expression"),
        );
    });
});

describe("An expression that can never match", () => {
    const found = (constraints: Known<readonly Constraint[]>) => [
        ...neverMatching(constraints, ["placementConstraints"]),
    ];
    it("is named with its place and the reason", () => {
        assert.deepStrictEqual(
            found([
                memberOf(`${type} == inf1.xlarge`),
                memberOf(`${type} == Inf1.xlarge`),
                memberOf(`${type} is inf1.xlarge`),
            ]),
            [
                {
                    path: ["placementConstraints", 1, "expression"],
                    expression: `${type} == Inf1.xlarge`,
                    reason: { kind: "types", types: ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge", "inf1.24xlarge"] },
                    example: `${type} == inf1.xlarge`,
                },
                {
                    path: ["placementConstraints", 2, "expression"],
                    expression: `${type} is inf1.xlarge`,
                    example: `${type} == inf1.xlarge`,
                    reason: { kind: "syntax" },
                },
            ],
        );
    });

    for (const expression of [
        "attribute:ecs.os-type == windows",
        "attribute:ecs.cpu-architecture == arm64",
        "attribute:ecs.os-family =~ WINDOWS_SERVER_2022.*",
    ]) {
        it(`are those of another platform: ${expression}`, () =>
            assert.deepStrictEqual(
                found([memberOf(expression)]).map(({ reason }) => reason),
                [{ kind: "platform" }],
            ));
    }

    const none: [string, Constraint][] = [
        ["of a constraint of another type", distinct(`${type} == Inf1.xlarge`)],
        ["that there is not", memberOf(undefined)],
        ["about something else", memberOf("attribute:stack is prod")],
        ["of their own platform", memberOf("attribute:ecs.os-type == linux and attribute:ecs.os-family == LINUX")],
        ["of their own platform in another spelling", memberOf("attribute:ecs.os-type == Linux")],
        ["of a constraint of another type, and not known", distinct(UNKNOWN)],
    ];
    for (const [what, constraint] of none) {
        it(`is none ${what}`, () => assert.deepStrictEqual(found([constraint]), []));
    }

    const undecidedCases: [string, Known<readonly Constraint[]>, string][] = [
        ["the constraints are not", UNKNOWN, "placementConstraints"],
        ["an expression is not", [memberOf("a == b"), memberOf(UNKNOWN)], "placementConstraints[1].expression"],
        [
            "a type is not",
            [{ type: UNKNOWN, expression: `${type} == Inf1.xlarge` }, memberOf(UNKNOWN)],
            "placementConstraints[0].type",
        ],
    ];
    for (const [what, constraints, path] of undecidedCases) {
        it(`may be there while ${what} known`, () => assert.throws(() => found(constraints), undecidedAt(path)));
    }

    it("is named although another is not known", () => {
        const named: string[] = [];
        assert.throws(() => {
            for (const { path } of neverMatching(
                [memberOf(UNKNOWN), memberOf(`${type} == Inf1.xlarge`)],
                ["placementConstraints"],
            )) {
                named.push(propertyText({ path }));
            }
        }, Undecided);
        assert.deepStrictEqual(named, ["placementConstraints[1].expression"]);
    });

    it("has a right one beside it in messages", () => assert.equal(placementExample, `${type} == inf1.xlarge`));
});
