import assert from "node:assert/strict";
import { readRequirements } from "../../../checks/stack/read-requirements";
import { UNKNOWN } from "../../../ecs/known";

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
