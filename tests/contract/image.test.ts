import assert from "node:assert/strict";
import { imageBaseName, imageName, imageRepository, isNeuronRtdImage, withoutDigest } from "../../contract/image";

describe("The name of an image", () => {
    const images: [string, name: string, repository: string, base: string][] = [
        ["neuron-rtd", "neuron-rtd", "neuron-rtd", "neuron-rtd"],
        ["neuron-rtd:1.0", "neuron-rtd", "neuron-rtd", "neuron-rtd"],
        ["own/neuron-rtd:1.0@sha256:00", "own/neuron-rtd", "own/neuron-rtd", "neuron-rtd"],
        ["localhost/neuron-rtd", "localhost/neuron-rtd", "neuron-rtd", "neuron-rtd"],
        ["localhosts/neuron-rtd", "localhosts/neuron-rtd", "localhosts/neuron-rtd", "neuron-rtd"],
        ["my-localhost/neuron-rtd", "my-localhost/neuron-rtd", "my-localhost/neuron-rtd", "neuron-rtd"],
        ["registry:5000/neuron-rtd", "registry:5000/neuron-rtd", "neuron-rtd", "neuron-rtd"],
        ["example.org/own/model:a", "example.org/own/model", "own/model", "model"],
        ["own/model.v2", "own/model.v2", "own/model.v2", "model.v2"],
        ["", "", "", ""],
    ];
    for (const [image, ...parts] of images) {
        it(`${JSON.stringify(image)} has the repository ${JSON.stringify(parts[1])}`, () =>
            assert.deepStrictEqual([imageName(image), imageRepository(image), imageBaseName(image)], parts));
    }

    it("is the daemon's when the last part of its repository is", () =>
        assert.deepStrictEqual(
            ["neuron-rtd", "example.org/own/neuron-rtd:1@sha256:00", "neuron-rtd/model", "my-neuron-rtd"].map(
                isNeuronRtdImage,
            ),
            [true, true, false, false],
        ));

    it("keeps its tag without its digest", () =>
        assert.deepStrictEqual(["a:1@sha256:00", "a:1"].map(withoutDigest), ["a:1", "a:1"]));
});
