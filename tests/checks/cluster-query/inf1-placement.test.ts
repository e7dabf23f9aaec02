import { UNKNOWN } from "../../../checks/known";
import assert from "node:assert/strict";
import { inf1Placement, namesInf1 } from "../../../checks/cluster-query/inf1-placement";
import { inf1InstanceTypes, placedOn } from "../../../contract";
import { parseClusterQuery } from "../../../checks/cluster-query/parse";

const type = "attribute:ecs.instance-type";

describe("A placement expression", () => {
    const placements: [string, readonly string[] | undefined, boolean][] = [
        [`${type} == inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type} equals inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type}==inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type} == 'inf1.xlarge'`, ["inf1.xlarge"], false],
        [`${type} in ['inf1.xlarge', "inf1.2xlarge"]`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} == 'inf1.xlarge"`, [], false],
        [`${type} =~ inf1.*`, inf1InstanceTypes, false],
        [`${type} matches inf1.2?xlarge`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} in [inf1.xlarge, inf1.2xlarge]`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} == inf1.xlarge or ${type} == inf1.6xlarge`, ["inf1.xlarge", "inf1.6xlarge"], false],
        [
            `(${type} == inf1.xlarge || ${type} == inf1.6xlarge) && attribute:ecs.availability-zone == us-east-1a`,
            ["inf1.xlarge", "inf1.6xlarge"],
            false,
        ],
        [`${type} =~ inf1.* and not(${type} == inf1.24xlarge)`, ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"], false],
        [`${type} =~ inf1.* and ${type} !in [inf1.24xlarge]`, ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"], false],
        [`${type} != m5.large`, inf1InstanceTypes, true],
        [`not (${type} =~ inf1.*)`, [], true],
        [`${type} !~ inf1.*`, [], true],
        [`attribute:stack == prod`, inf1InstanceTypes, true],
        [`attribute:stack exists`, inf1InstanceTypes, true],
        [`${type} exists`, inf1InstanceTypes, true],
        [`${type} !exists`, [], false],
        [`agentVersion >= 1.40.0`, inf1InstanceTypes, true],
        [`task:group != service:web`, inf1InstanceTypes, true],
        [`${type} == Inf1.xlarge`, [], false],
        [`${type} == inf1.4xlarge`, [], false],
        [`${type} == inf1.xlarge and ${type} == inf1.6xlarge`, [], false],
        [`${type} =~ inf1\\.(xlarge|2xlarge)`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`(${type} =~ inf1\\.(xlarge|2xlarge))`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`(${type} =~ inf1.*) and attribute:stack exists`, inf1InstanceTypes, false],
        [`${type} =~ [`, inf1InstanceTypes, true],
        [`${type} =~ )`, undefined, false],
        ["", undefined, false],
        [type, undefined, false],
        [`${type} ==`, undefined, false],
        [`${type} is inf1.xlarge`, undefined, false],
        [`${type} == inf1.xlarge and`, undefined, false],
        [`(${type} == inf1.xlarge`, undefined, false],
        [`${type} == inf1.xlarge)`, undefined, false],
        [`== inf1.xlarge`, undefined, false],
        ["a".repeat(2001), undefined, false],
    ];
    for (const [expression, possible, others] of placements) {
        it(
            `${expression.slice(0, 120)} → ` +
                (possible === undefined
                    ? "none of the language"
                    : `[${possible.join(", ")}]${others ? " and others" : ""}`),
            () => {
                assert.deepStrictEqual(inf1Placement([expression]), possible && { possible, others });
            },
        );
    }

    it("holds together with the other expressions of its task", () => {
        assert.deepStrictEqual(inf1Placement([`${type} =~ inf1.*`, `${type} != inf1.24xlarge`]), {
            possible: ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"],
            others: false,
        });
        assert.deepStrictEqual(inf1Placement([]), { possible: inf1InstanceTypes, others: true });
    });

    it("may depend on more than the instance type", () => {
        const query = parseClusterQuery(`${type} == inf1.xlarge or attribute:stack == prod`);
        assert.deepStrictEqual(
            ["inf1.xlarge", "m5.large"].map((one) => query?.(one)),
            [true, UNKNOWN],
        );
    });

    it("that is made for an instance type holds there only", () => {
        for (const instanceType of inf1InstanceTypes) {
            assert.deepStrictEqual(inf1Placement([placedOn(instanceType).expression]), {
                possible: [instanceType],
                others: false,
            });
        }
    });

    for (const [expression, names] of [
        [`${type} == inf1.xlarge`, true],
        [`${type} == Inf1.xlarge`, true],
        [`${type} =~ inf1.*`, true],
        [`${type} == inf2.xlarge`, false],
        ["attribute:stack == inf1", false],
    ] as const) {
        it(`${expression} ${names ? "speaks" : "does not speak"} of Inf1`, () =>
            assert.equal(namesInf1(expression), names));
    }
});
