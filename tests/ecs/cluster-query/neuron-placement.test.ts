import { UNKNOWN } from "../../../ecs/known";
import assert from "node:assert/strict";
import { askForNeuron, neuronPlacementOf, neuronTypesOnly } from "../../../ecs/cluster-query/neuron-placement";
import { inf1InstanceTypes, neuronInstanceTypes, placedOn } from "../../../contract";
import { instanceOf } from "../../../ecs/cluster-query/instance";
import { parseClusterQuery } from "../../../ecs/cluster-query/parse";

const type = "attribute:ecs.instance-type";
const inf2 = ["inf2.xlarge", "inf2.8xlarge", "inf2.24xlarge", "inf2.48xlarge"];

describe("A placement expression", () => {
    const placements: [string, readonly string[] | undefined, boolean][] = [
        [`${type} == inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type} equals inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type}==inf1.xlarge`, ["inf1.xlarge"], false],
        [`${type} == 'inf1.xlarge'`, ["inf1.xlarge"], false],
        [`${type} in ['inf1.xlarge', "inf1.2xlarge"]`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} == 'inf1.xlarge"`, [], false],
        [`${type} =~ inf1.*`, inf1InstanceTypes, false],
        [`${type} =~ inf2.*`, inf2, false],
        [`${type} =~ inf.*`, [...inf1InstanceTypes, ...inf2], false],
        [`${type} == trn1n.32xlarge`, ["trn1n.32xlarge"], false],
        [`${type} == trn2.48xlarge`, ["trn2.48xlarge"], false],
        [`${type} in [inf2.xlarge, trn1.2xlarge]`, ["inf2.xlarge", "trn1.2xlarge"], false],
        [`${type} == trn2.3xlarge`, ["trn2.3xlarge"], false],
        [`${type} == trn2u.48xlarge`, ["trn2u.48xlarge"], false],
        [`${type} =~ trn3.*`, ["trn3.48xlarge"], false],
        [`${type} =~ trn3\\..*`, ["trn3.48xlarge"], false],
        [`${type} == inf2.2xlarge`, [], false],
        [`${type} == trn1.48xlarge`, [], false],
        [`${type} matches inf1.2?xlarge`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} in [inf1.xlarge, inf1.2xlarge]`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`${type} in [inf1.xlarge, m6i.large]`, ["inf1.xlarge"], true],
        [`${type} == p6-b200.48xlarge`, [], true],
        [`${type} == inf1.xlarge or ${type} == inf1.6xlarge`, ["inf1.xlarge", "inf1.6xlarge"], false],
        [
            `(${type} == inf1.xlarge || ${type} == inf1.6xlarge) && attribute:ecs.availability-zone == us-east-1a`,
            ["inf1.xlarge", "inf1.6xlarge"],
            false,
        ],
        [`${type} =~ inf1.* and not(${type} == inf1.24xlarge)`, ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"], false],
        [`${type} =~ inf1.* and ${type} !in [inf1.24xlarge]`, ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"], false],
        [`${type} != m5.large`, neuronInstanceTypes, true],
        [`not (${type} =~ inf1.*)`, neuronInstanceTypes.slice(4), true],
        [`${type} !~ inf1.*`, neuronInstanceTypes.slice(4), true],
        [`${type} !~ (inf|trn).*`, [], true],
        [`attribute:stack == prod`, neuronInstanceTypes, true],
        [`attribute:stack exists`, neuronInstanceTypes, true],
        [`attribute:ecs.os-type == linux`, neuronInstanceTypes, true],
        [`runningTasksCount<2`, neuronInstanceTypes, true],
        [`${type} exists`, neuronInstanceTypes, true],
        [`${type} !exists`, [], false],
        [`agentVersion >= 1.40.0`, neuronInstanceTypes, true],
        [`task:group != service:web`, neuronInstanceTypes, true],
        [`${type} == Inf1.xlarge`, [], false],
        [`${type} == inf1.4xlarge`, [], false],
        [`${type} == inf1.xlarge and ${type} == inf1.6xlarge`, [], false],
        [`${type} =~ inf1\\.(xlarge|2xlarge)`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`(${type} =~ inf1\\.(xlarge|2xlarge))`, ["inf1.xlarge", "inf1.2xlarge"], false],
        [`(${type} =~ inf1.*) and attribute:stack exists`, inf1InstanceTypes, false],
        [`${type} =~ [`, neuronInstanceTypes, true],
        [`${type} =~ )`, undefined, false],
        ["", undefined, false],
        [type, undefined, false],
        [`${type} ==`, undefined, false],
        [`${type} is inf1.xlarge`, undefined, false],
        [`${type} is`, undefined, false],
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
                assert.deepStrictEqual(neuronPlacementOf([expression]), possible && { possible, others });
            },
        );
    }

    it("holds together with the other expressions of its task", () => {
        assert.deepStrictEqual(neuronPlacementOf([`${type} =~ inf1.*`, `${type} != inf1.24xlarge`]), {
            possible: ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge"],
            others: false,
        });
        assert.deepStrictEqual(neuronPlacementOf(["attribute:ecs.os-type == linux", `${type} == inf2.xlarge`]), {
            possible: ["inf2.xlarge"],
            others: false,
        });
        assert.deepStrictEqual(neuronPlacementOf([]), { possible: neuronInstanceTypes, others: true });
    });

    it("holds tasks to Inferentia and Trainium where it lets them on nothing else", () =>
        assert.deepStrictEqual(
            [`${type} =~ inf2.*`, `${type} in [inf1.xlarge, m5.large]`, `${type} is inf1.xlarge`].map((expression) =>
                neuronTypesOnly([expression]),
            ),
            [inf2, undefined, undefined],
        ));

    it("may depend on more than the instance type", () => {
        const query = parseClusterQuery(`${type} == inf1.xlarge or attribute:stack == prod`);
        assert.deepStrictEqual(
            ["inf1.xlarge", "m5.large"].map((instanceType) => query?.(instanceOf({ instanceType }))),
            [true, UNKNOWN],
        );
    });

    it("that is created for an instance type holds there only", () => {
        for (const instanceType of inf1InstanceTypes) {
            assert.deepStrictEqual(neuronPlacementOf([placedOn(instanceType).expression]), {
                possible: [instanceType],
                others: false,
            });
        }
    });
});

describe("Placement expressions ask for Inferentia or Trainium", () => {
    const asking: (readonly [boolean, ...string[]])[] = [
        [true, `${type} == inf1.xlarge`],
        [true, `${type} == Inf1.xlarge`],
        [true, `${type} =~ inf1.*`],
        [true, `${type} =~ inf.*`],
        [true, `${type} == inf2.xlarge`],
        [true, `${type} == trn1n.32xlarge`],
        [true, `${type} == trn2.48xlarge`],
        [true, `${type} == trn3.48xlarge`],
        [true, `${type} == inf1.3xlarge`],
        [true, "attribute:ecs.instance_type == inf1.xlarge"],
        [true, `${type} = inf1.xlarge`],
        [true, `${type} in [inf1.xlarge, inf1.2xlarge] and attribute:stack == prod`],
        [true, `${type} =~ inf1.*`, "none of it"],
        [true, `${type} =~ i.f[12].*`],
        [true, `${type} == inf1.3xlarge`, "attribute:stack == prod"],
        [true, `${type} == trn1n.48xlarge`],
        [true, `${type} == inf`],
        [true, `not(${type} !~ inf2.*)`],
        [true, `${type} =~ (inf2|m5).*`, `${type} != m5.large`, `${type} !~ m5.*`],
        [false, `${type} !~ inf.*`],
        [false, `${type} != inf1.xlarge`],
        [false, `not(${type} in [inf2.xlarge])`],
        [false, `not (${type} =~ inf.* or ${type} =~ trn.*)`],
        [false, `${type} != inf1.xlarge and attribute:ecs.cpu-architecture == arm64`],
        [false, `${type} !in [inf1.xlarge, inf2.xlarge]`],
        [false, `${type} !== inf1.xlarge`],
        [false, `not ${type} = inf1.xlarge`],
        [false, `${type} in [trn1.2xlarge, m5.large]`],
        [false, `${type} =~ p[45].* and ${type} !~ inf.*`],
        [false, `${type} =~ inf2.* or attribute:stack == prod`],
        [false, `${type} == vt1.3xlarge`],
        [false, `${type} == info.xlarge`],
        [false, "attribute:stack == inf1"],
        [false],
    ];
    for (const [asks, ...expressions] of asking) {
        it(`${asks ? "by" : "not by"} ${expressions.join(" with ")}`, () =>
            assert.equal(askForNeuron(expressions), asks));
    }
});
