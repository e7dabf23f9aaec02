import assert from "node:assert/strict";
import { neuronInstanceTypes } from "../../../contract";
import { holdsBoth, smallestType, largestType, offerOf, wholeInstance } from "../../../ecs/pool/offer";

describe("What an instance offers", () => {
    it("is its memory without what the kernel keeps, 1024 CPU units for each vCPU, and its chips", () =>
        assert.deepStrictEqual(
            [offerOf("inf1.6xlarge"), offerOf("inf2.48xlarge")],
            [
                { memoryMiB: 48384, cpuUnits: 24576, chips: 4 },
                { memoryMiB: 774144, cpuUnits: 196608, chips: 12 },
            ],
        ));
});

describe("A task that takes its instance", () => {
    const left = { memoryMiB: 512, cpuUnits: 256 };

    it("reserves what the smallest of the types surely has, less what is left for others", () =>
        assert.deepStrictEqual(
            [wholeInstance(["inf1.xlarge"], left), wholeInstance(["inf2.8xlarge", "inf1.2xlarge"], left)],
            [
                { memoryMiB: 6912, cpuUnits: 3840 },
                { memoryMiB: 14592, cpuUnits: 7936 },
            ],
        ));

    it("fits beside no other on any Neuron instance, of which it takes at least 6 GiB and 3840 CPU units", () => {
        for (const type of neuronInstanceTypes) {
            const taken = wholeInstance([type], left);
            assert.ok(taken.memoryMiB >= 6 * 1024 && taken.cpuUnits >= 3840, type);
            assert.ok(!holdsBoth(type, taken, taken), type);
        }
    });

    it("fits beside what is left for others", () =>
        assert.ok(holdsBoth("inf1.xlarge", wholeInstance(["inf1.xlarge"], left), left)));
});

describe("An instance of 8064 MiB and 4096 CPU units", () => {
    const half = { memoryMiB: 4032, cpuUnits: 2048 };
    const cases: [string, typeof half, typeof half, boolean][] = [
        ["holds two tasks that take all of it", half, half, true],
        ["does not hold two that take more memory", half, { ...half, memoryMiB: 4033 }, false],
        ["does not hold two that take more CPU", half, { ...half, cpuUnits: 2049 }, false],
    ];
    for (const [what, one, other, holds] of cases) {
        it(what, () => assert.equal(holdsBoth("inf1.xlarge", one, other), holds));
    }
});

describe("Of several types", () => {
    const types = ["inf1.2xlarge", "inf2.xlarge", "inf1.24xlarge", "inf2.48xlarge"];
    const all = ["memoryMiB", "cpuUnits", "chips"] as const;

    it("one offers least, and one most", () =>
        assert.deepStrictEqual(
            all.map((what) => [smallestType(types, what), largestType(types, what)]),
            [
                ["inf1.2xlarge", "inf2.48xlarge"],
                ["inf2.xlarge", "inf2.48xlarge"],
                ["inf1.2xlarge", "inf1.24xlarge"],
            ],
        ));

    it("none is told where it is not known what one offers", () =>
        assert.deepStrictEqual(
            [smallestType([...types, "inf3.xlarge"], "chips"), largestType(["inf3.xlarge"], "chips")],
            [undefined, undefined],
        ));

    it("none is told where there is none", () =>
        assert.deepStrictEqual([smallestType([], "chips"), largestType([], "chips")], [undefined, undefined]));
});
