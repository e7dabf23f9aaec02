import assert from "node:assert/strict";
import { misspeltInstanceType } from "../../../ecs/cluster-query/attribute-spelling";

describe("The attribute of the instance type", () => {
    const cases: [string, string | undefined][] = [
        ["attribute:ecs.instance-type == inf1.xlarge", undefined],
        ["attribute:ecs.Instance-Type == inf1.xlarge", undefined],
        ["(attribute:ecs.instance-type == inf1.xlarge)", undefined],
        ["attribute:ecs.os-type == linux", undefined],
        ["attribute:instance-type == inf1.xlarge", undefined],
        ["attribute:ecs.instance-type-own == a", undefined],
        ["attribute:my.ecs.instance_type == a", undefined],
        ["attribute:ecs.instance_type == inf1.xlarge", "attribute:ecs.instance_type"],
        ["attribute:ecs.instanceType == inf1.xlarge", "attribute:ecs.instanceType"],
        ["attribute:ecs.instancetype == inf1.xlarge", "attribute:ecs.instancetype"],
        ["attribute:ecs.instance.type == inf1.xlarge", "attribute:ecs.instance.type"],
        ["attribute:ecs:instance-type == inf1.xlarge", "attribute:ecs:instance-type"],
        ["attributes:ecs.instance-type == inf1.xlarge", "attributes:ecs.instance-type"],
        ["ecs.instance-type == inf1.xlarge", "ecs.instance-type"],
        ["(ecs.instance-type == inf1.xlarge)", "ecs.instance-type"],
        [
            "attribute:ecs.instance-type == inf1.xlarge or attribute:ecs.instance_type == inf1.xlarge",
            "attribute:ecs.instance_type",
        ],
    ];
    for (const [expression, misspelt] of cases) {
        it(`${misspelt === undefined ? "is not misspelt" : `is misspelt as ${misspelt}`} in ${expression}`, () =>
            assert.equal(misspeltInstanceType(expression), misspelt));
    }
});
