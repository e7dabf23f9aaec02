import assert from "node:assert/strict";
import { readNeuronImage } from "../../contract/neuron-image";
import { NeuronChip } from "../../contract/neuron-instances";
import { hasLibraryFor, imageSuccessor, successors } from "../../contract/neuron-successors";

const registry = "763104351884.dkr.ecr.us-west-2.amazonaws.com";

function hasLibrary(image: string, chip: NeuronChip): boolean | undefined {
    const read = readNeuronImage(image);
    return read && hasLibraryFor(read, chip);
}

describe("The successor of an image", () => {
    it("has the library for the chip, in the registry of the image, of the same framework and major version", () => {
        for (const { framework, major, software } of successors) {
            const chip = software === "neuron" ? "Inferentia" : "Inferentia2";
            const image = `${registry}/${framework}-inference-neuron:${major}.0.0-neuron-py36-ubuntu18.04`;
            const found = imageSuccessor(image, chip) ?? "";
            assert.match(found, new RegExp(`^${registry}/${framework}-inference-${software}:${major}\\.`));
            assert.deepStrictEqual([hasLibrary(image, chip), hasLibrary(found, chip)], [false, true]);
        }
    });

    it("is none for what AWS does not have, and for what is not AWS's", () => {
        const none = [
            [`${registry}/mxnet-inference-neuron:1.8.0-neuron-py37-ubuntu18.04`, "Inferentia2"],
            [`${registry}/tensorflow-inference-neuron:1.15.5-neuron-py37-ubuntu18.04`, "Trainium"],
            [`${registry}/pytorch-inference-neuron:latest`, "Inferentia"],
            ["public.ecr.aws/neuron/tensorflow-inference-neuron:2.5.1-neuron-py37", "Inferentia"],
            ["example.org/pytorch-inference-neuron:1.7.1-neuron-py36", "Inferentia"],
            [`${registry}/pytorch-inference-neuron-own:1.7.1-neuron-py36`, "Inferentia"],
            [`${registry}/pytorch-inference-vllm-neuronx:0.9.1-neuronx-py310-sdk2.29.0`, "Inferentia2"],
        ] as const;
        assert.deepStrictEqual(
            none.map(([image, chip]) => imageSuccessor(image, chip)),
            none.map(() => undefined),
        );
    });
});

describe("Whether an image has the runtime library", () => {
    it("is told by its SDK, from 1.16 on, and by its chip", () => {
        const sdk = (number: string) =>
            `${registry}/pytorch-inference-neuron:1.9.1-neuron-py37-sdk${number}.0-ubuntu18.04`;
        assert.deepStrictEqual(
            ["1.15", "1.16", "1.19", "2.3", "2.20", "2.21"].map((number) => hasLibrary(sdk(number), "Inferentia")),
            [false, true, true, true, true, false],
        );
        assert.deepStrictEqual(
            Object.values(NeuronChip).map((chip) => hasLibrary(sdk("1.16"), chip)),
            [true, false, false, false],
        );
        assert.equal(hasLibrary("790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest", "Inferentia"), false);
    });
});
