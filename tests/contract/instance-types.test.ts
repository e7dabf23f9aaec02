import assert from "node:assert/strict";
import {
    inf1InstanceTypes,
    inf1Sizes,
    inferentiaInstanceTypes,
    isInf1InstanceType,
    isInferentiaInstanceType,
} from "../../contract";

describe("The Inf1 sizes", () => {
    it("are four, with the chips, NeuronCores, vCPUs and memory that AWS states", () => {
        assert.deepStrictEqual(inf1Sizes, {
            "inf1.xlarge": { inferentiaChips: 1, neuronCores: 4, vCpus: 4, memoryGiB: 8 },
            "inf1.2xlarge": { inferentiaChips: 1, neuronCores: 4, vCpus: 8, memoryGiB: 16 },
            "inf1.6xlarge": { inferentiaChips: 4, neuronCores: 16, vCpus: 24, memoryGiB: 48 },
            "inf1.24xlarge": { inferentiaChips: 16, neuronCores: 64, vCpus: 96, memoryGiB: 192 },
        });
        assert.deepStrictEqual(inf1InstanceTypes.filter(isInf1InstanceType), inf1InstanceTypes);
    });

    for (const value of ["Inf1.xlarge", "inf1.4xlarge", "inf2.xlarge", "toString", "", undefined, 1]) {
        it(`do not include ${String(value)}`, () => assert.equal(isInf1InstanceType(value), false));
    }

    it("are texts, and no list of one", () => assert.equal(isInf1InstanceType(["inf1.xlarge"]), false));
});

describe("The sizes with Inferentia chips", () => {
    it("are those of Inf1 and Inf2", () => {
        assert.deepStrictEqual(inferentiaInstanceTypes, [
            ...inf1InstanceTypes,
            "inf2.xlarge",
            "inf2.8xlarge",
            "inf2.24xlarge",
            "inf2.48xlarge",
        ]);
        assert.deepStrictEqual(inferentiaInstanceTypes.filter(isInferentiaInstanceType), inferentiaInstanceTypes);
    });

    for (const value of ["Inf2.xlarge", "inf2.2xlarge", "trn1.2xlarge", "toString", "", undefined, 1]) {
        it(`do not include ${String(value)}`, () => assert.equal(isInferentiaInstanceType(value), false));
    }
});
