import assert from "node:assert/strict";
import {
    coresOfLogicalCore,
    describeChips,
    isKnownNeuronType,
    isNeuronInstanceType,
    leastRegisteredMiB,
    mayBeNewNeuronType,
    maxRegisteredMiB,
    neuronCoresOf,
    neuronInstances,
    neuronInstanceTypes,
    seenRegisteredMiB,
} from "../../contract";

describe("The Neuron instances", () => {
    it("surely register less memory than any was seen to", () => {
        assert.equal(leastRegisteredMiB(neuronInstances["inf1.xlarge"]), 7424);
        for (const type of neuronInstanceTypes) {
            const instance = neuronInstances[type];
            const least = leastRegisteredMiB(instance);
            assert.ok(least < (seenRegisteredMiB(instance) ?? Infinity) && least < maxRegisteredMiB(instance), type);
        }
    });

    it("have the chips, vCPUs and memory that AWS states", () => {
        assert.deepStrictEqual(
            Object.entries(neuronInstances).map(
                ([type, { chip, chips, vCpus, memoryGiB }]) =>
                    `${type}: ${chips} ${chip}, ${vCpus} vCPU, ${memoryGiB} GiB`,
            ),
            [
                "inf1.xlarge: 1 Inferentia, 4 vCPU, 8 GiB",
                "inf1.2xlarge: 1 Inferentia, 8 vCPU, 16 GiB",
                "inf1.6xlarge: 4 Inferentia, 24 vCPU, 48 GiB",
                "inf1.24xlarge: 16 Inferentia, 96 vCPU, 192 GiB",
                "inf2.xlarge: 1 Inferentia2, 4 vCPU, 16 GiB",
                "inf2.8xlarge: 1 Inferentia2, 32 vCPU, 128 GiB",
                "inf2.24xlarge: 6 Inferentia2, 96 vCPU, 384 GiB",
                "inf2.48xlarge: 12 Inferentia2, 192 vCPU, 768 GiB",
                "trn1.2xlarge: 1 Trainium, 8 vCPU, 32 GiB",
                "trn1.32xlarge: 16 Trainium, 128 vCPU, 512 GiB",
                "trn1n.32xlarge: 16 Trainium, 128 vCPU, 512 GiB",
                "trn2.3xlarge: 1 Trainium2, 12 vCPU, 128 GiB",
                "trn2.48xlarge: 16 Trainium2, 192 vCPU, 2048 GiB",
                "trn2u.48xlarge: 16 Trainium2, 192 vCPU, 2048 GiB",
            ],
        );
        assert.deepStrictEqual(neuronCoresOf, { Inferentia: 4, Inferentia2: 2, Trainium: 2, Trainium2: 8 });
        assert.deepStrictEqual(coresOfLogicalCore, { Trainium2: 2 });
        assert.deepStrictEqual(neuronInstanceTypes.filter(isKnownNeuronType), neuronInstanceTypes);
    });

    it("register less memory than they have, and no more than an instance of 8 GiB was seen to", () => {
        assert.equal(maxRegisteredMiB(neuronInstances["inf1.xlarge"]), 8064);
        assert.ok(maxRegisteredMiB(neuronInstances["inf1.xlarge"]) >= 7985);
        assert.equal(maxRegisteredMiB(neuronInstances["inf2.xlarge"]), 16128);
        assert.equal(maxRegisteredMiB(neuronInstances["trn1.32xlarge"]), 507821);
        assert.equal(seenRegisteredMiB(neuronInstances["inf1.xlarge"]), 7660);
        assert.equal(seenRegisteredMiB(neuronInstances["inf2.xlarge"]), undefined);
    });

    it("are described by their devices", () => {
        assert.equal(describeChips("inf2.xlarge"), "1 Inferentia2 chip (device 0)");
        assert.equal(describeChips("trn1.32xlarge"), "16 Trainium chips (devices 0 to 15)");
    });

    const types: [string, known: boolean, isNeuron: boolean, mayBeNew: boolean][] = [
        ["inf1.xlarge", true, true, false],
        ["inf1.4xlarge", false, true, false],
        ["trn1n.32xlarge", true, true, false],
        ["trn2.48xlarge", true, true, true],
        ["trn2.3xlarge", true, true, true],
        ["trn2u.48xlarge", true, true, true],
        ["trn2.6xlarge", false, true, true],
        ["trn3.48xlarge", false, true, true],
        ["Inf1.xlarge", false, false, false],
        ["vt1.3xlarge", false, false, false],
        ["toString", false, false, false],
    ];
    for (const [type, ...answers] of types) {
        it(`${answers[0] ? "include" : "do not include"} ${type}${answers[2] ? ", which may be new" : ""}`, () =>
            assert.deepStrictEqual(
                [isKnownNeuronType(type), isNeuronInstanceType(type), mayBeNewNeuronType(type)],
                answers,
            ));
    }
});
