import assert from "node:assert/strict";
import { isNeuronDevice, neuronDeviceIndex, neuronDevicePath } from "../../contract";

describe("The device of a Neuron chip", () => {
    const paths: [string, isNeuron: boolean, index: number | undefined][] = [
        ["/dev/neuron0", true, 0],
        ["/dev/neuron15", true, 15],
        ["/dev/neuron", true, undefined],
        ["/dev/neuron*", true, undefined],
        ["/dev/neuron[0-3]", true, undefined],
        ["/dev/neuron#", true, undefined],
        ["/dev/neuronALL", true, undefined],
        ["/dev/neuronall", true, undefined],
        ["/dev/neuron00", true, undefined],
        ["/dev/neuron_0", true, undefined],
        ["/dev/neuron_10", true, undefined],
        ["/dev/neuron10 ,/dev/neuron11", true, undefined],
        ["/dev/neuron0,/dev/neuron1", true, undefined],
        ["/dev/neurons", false, undefined],
        ["/dev/neuron_core0", false, undefined],
        ["/dev/neuron0/", false, undefined],
        ["/host/dev/neuron0", false, undefined],
        ["/dev/fuse", false, undefined],
        ["", false, undefined],
    ];
    for (const [path, isNeuron, index] of paths) {
        it(`is ${isNeuron ? "" : "not "}${JSON.stringify(path)}, with the index ${String(index)}`, () =>
            assert.deepStrictEqual([isNeuronDevice(path), neuronDeviceIndex(path)], [isNeuron, index]));
    }

    it("has its index in its path", () =>
        assert.deepStrictEqual([0, 15].map(neuronDevicePath), ["/dev/neuron0", "/dev/neuron15"]));
});
