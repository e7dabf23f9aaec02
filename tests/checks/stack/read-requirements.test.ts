import assert from "node:assert/strict";
import { readRequirements } from "../../../checks/stack/read-requirements";
import { UNKNOWN } from "../../../ecs/known";
import { otherInstanceTypes } from "../../../ecs/pool/instance-requirements";

const inferentia = { acceleratorManufacturers: ["amazon-web-services"], acceleratorTypes: ["inference"] };
const inf1 = ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge", "inf1.24xlarge"];

describe("The types that meet instance requirements", () => {
    const smallest = { vCpuCount: { min: 1, max: 4 }, allowedInstanceTypes: ["inf1.*", "inf2.xlarge"] };
    const pascal = { VCpuCount: { Min: 1, Max: 4 }, AllowedInstanceTypes: ["inf1.*", "inf2.xlarge"] };
    const terraform = [{ vcpuCount: [{ min: 1, max: 4 }], allowedInstanceTypes: ["inf1.*", "inf2.xlarge"] }];
    for (const [how, given] of Object.entries({
        "as the API": smallest,
        "in PascalCase": pascal,
        "in blocks": terraform,
    })) {
        it(`are read ${how} spells them`, () =>
            assert.deepStrictEqual(readRequirements(given), ["inf1.xlarge", "inf2.xlarge"]));
    }

    it("are all that nothing leaves out, where a list is empty", () =>
        assert.deepStrictEqual(
            readRequirements({ ...inferentia, allowedInstanceTypes: ["inf1.*"], excludedInstanceTypes: [] }),
            inf1,
        ));

    const some: [what: string, requirements: object][] = [
        ["excluded types", { excludedInstanceTypes: ["inf1.2*", "inf1.6*", "inf1.24*"] }],
        ["a count of accelerators", { acceleratorCount: { max: 1 }, vCpuCount: { max: 4 } }],
        ["memory", { memoryMiB: { max: 8192 } }],
        ["memory, as Terraform spells it", { memoryMib: [{ max: 8192 }] }],
    ];
    for (const [what, requirements] of some) {
        it(`are those that are left by ${what}`, () =>
            assert.deepStrictEqual(
                readRequirements({ ...inferentia, allowedInstanceTypes: ["inf1.*"], ...requirements }),
                ["inf1.xlarge"],
            ));
    }

    const others: [what: string, requirements: object][] = [
        ["accelerators of others", { acceleratorManufacturers: ["nvidia"] }],
        ["accelerators of other names", { acceleratorNames: ["t4"] }],
        ["accelerators of other kinds", { acceleratorTypes: ["gpu"] }],
    ];
    for (const [what, requirements] of others) {
        it(`are none of Inferentia with ${what}`, () =>
            assert.deepStrictEqual(readRequirements(requirements), [otherInstanceTypes]));
    }

    it("are not known of a list of several, as AWS takes one", () =>
        assert.equal(readRequirements([{ allowedInstanceTypes: ["inf1.*"] }, {}]), UNKNOWN));

    it("are none told where there are no requirements", () =>
        assert.deepStrictEqual([undefined, null, []].map(readRequirements), [undefined, undefined, undefined]));

    const unknown: [what: string, given: object][] = [
        ["a list", { allowedInstanceTypes: UNKNOWN }],
        ["an item of a list", { allowedInstanceTypes: ["inf1.*", UNKNOWN] }],
        ["a bound", { vCpuCount: { min: UNKNOWN } }],
        ["a range", { memoryMiB: UNKNOWN }],
    ];
    for (const [what, given] of unknown) {
        it(`are not known while this is not: ${what}`, () => assert.equal(readRequirements(given), UNKNOWN));
    }
});
