import assert from "node:assert/strict";
import {
    amiSupportsRuntime1,
    imageProblem,
    isInferentiaAmiParameter,
    lastInf1Driver,
    neuronAmis,
    type NeuronChip,
    type NeuronImage,
} from "../../contract";

describe("A Neuron image on a chip", () => {
    const cases: [NeuronImage, NeuronChip, string | undefined][] = [
        [{ software: "neuron", sdk: [2, 20] }, "Inferentia", undefined],
        [{ software: "neuron", sdk: [1, 99] }, "Inferentia", undefined],
        [{ software: "neuron", sdk: undefined }, "Inferentia", undefined],
        [
            { software: "neuron", sdk: [2, 21] },
            "Inferentia",
            "SDK 2.21 has no runtime library for it: 2.20 is the last one that has",
        ],
        [
            { software: "neuron", sdk: [3, 0] },
            "Inferentia",
            "SDK 3.0 has no runtime library for it: 2.20 is the last one that has",
        ],
        [
            { software: "neuronx", sdk: [2, 20] },
            "Inferentia",
            "its neuronx frameworks are for Inferentia2, Trainium, Trainium2",
        ],
        [{ software: "neuronx", sdk: [2, 28] }, "Inferentia2", undefined],
        [{ software: "neuronx", sdk: [2, 28] }, "Trainium", undefined],
        [{ software: "neuronx", sdk: [2, 31] }, "Inferentia2", undefined],
        [{ software: "neuronx", sdk: [2, 10] }, "Inferentia2", undefined],
        [{ software: "neuronx", framework: "tensorflow", version: [2, 10], sdk: [2, 28] }, "Inferentia2", undefined],
        [{ software: "neuronx", framework: "tensorflow", version: [2, 10], sdk: undefined }, "Trainium", undefined],
        [
            { software: "neuronx", framework: "tensorflow", version: [2, 10], sdk: [2, 29] },
            "Inferentia2",
            "SDK 2.29 has no TensorFlow for it: 2.28 is the last one that has",
        ],
        [
            { software: "neuronx", framework: "tensorflow", version: [2, 10], sdk: [2, 29] },
            "Trainium2",
            "SDK 2.29 has no TensorFlow for it: 2.28 is the last one that has",
        ],
        [{ software: "neuronx", framework: "vllm", version: [0, 13], sdk: [2, 28] }, "Inferentia2", undefined],
        [{ software: "neuronx", framework: "vllm", version: [0, 16], sdk: [2, 29] }, "Trainium2", undefined],
        [{ software: "neuronx", framework: "vllm", version: [0, 16], sdk: undefined }, "Inferentia2", undefined],
        [
            { software: "neuronx", framework: "vllm", version: [0, 16], sdk: [2, 29] },
            "Inferentia2",
            "SDK 2.29 has no NxD Inference, which its vLLM needs, for it: 2.28 is the last one that has",
        ],
        [
            { software: "neuronx", framework: "vllm", version: [0, 16], sdk: [2, 31] },
            "Trainium",
            "SDK 2.31 has no NxD Inference, which its vLLM needs, for it: 2.28 is the last one that has",
        ],
        [{ software: "neuronx", framework: "vllm", version: [0, 21], sdk: [2, 31] }, "Trainium2", undefined],
        [
            { software: "neuronx", framework: "vllm", version: [0, 21], sdk: undefined },
            "Inferentia2",
            "its vLLM, 0.21 or newer, is for Trainium2",
        ],
        [
            { software: "neuronx", framework: "vllm", version: [1, 0], sdk: [2, 32] },
            "Trainium",
            "its vLLM, 0.21 or newer, is for Trainium2",
        ],
        [
            { software: "neuronx", framework: "vllm", version: undefined, sdk: undefined },
            "Inferentia",
            "its vLLM is for Inferentia2, Trainium, Trainium2",
        ],
        [{ software: "neuronx", sdk: undefined }, "Trainium2", undefined],
        [{ software: "neuron", sdk: undefined }, "Trainium2", "its neuron frameworks are for Inferentia"],
        [{ software: "neuron-rtd", sdk: undefined }, "Inferentia", undefined],
        [{ software: "neuron-rtd", sdk: undefined }, "Inferentia2", "its daemon is for Inferentia"],
    ];
    for (const [image, chip, problem] of cases) {
        it(`${problem === undefined ? "may run" : "cannot run"}: ${JSON.stringify(image)} on ${chip}`, () =>
            assert.equal(imageProblem(image, chip), problem));
    }
});

describe("The AMIs for Neuron", () => {
    it("serve the chips that AWS names, each with a driver that Inf1 still has", () => {
        assert.deepStrictEqual(
            neuronAmis.map(({ folder, chips, inf1Driver }) => `${folder}: ${chips.join(", ")}; ${inf1Driver}`),
            [
                "/aws/service/ecs/optimized-ami/amazon-linux-2/inf: Inferentia, Inferentia2, Trainium; 2.17.17.0",
                "/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/inf: Inferentia, Inferentia2, Trainium; " +
                    "2.21.*",
                "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron: Inferentia, Inferentia2, Trainium, " +
                    "Trainium2; 2.21.*",
            ],
        );
        assert.equal(lastInf1Driver, "2.24");
    });

    it("are named by the folder of the newer kernel too", () => {
        const folder = "/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/inf";
        assert.deepStrictEqual(
            [
                `${folder}/recommended/image_id`,
                `${folder}/amzn2-ami-ecs-kernel-5.10-inf-hvm-2.0.20241108-x86_64-ebs`,
            ].map((parameter) => [isInferentiaAmiParameter(parameter), amiSupportsRuntime1(parameter)]),
            [
                [true, false],
                [true, false],
            ],
        );
    });

    const inferentia = "/aws/service/ecs/optimized-ami/amazon-linux-2/inf";
    const neuron = "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron";
    const drivers: [string, boolean, boolean | undefined][] = [
        [`${inferentia}/recommended`, true, false],
        [`${inferentia}/recommended/image_id`, true, false],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220831-x86_64-ebs`, true, false],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`, true, true],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id`, true, true],
        [`${inferentia}/amzn2-ami-ecs-inf-hvm-2.0.20190913-x86_64-ebs`, true, true],
        [`${neuron}/recommended`, true, false],
        [`${neuron}/al2023-ami-ecs-neuron-hvm-2.0.20220101-kernel-6.1-x86_64-ebs`, true, false],
        [inferentia, false, undefined],
        [`${inferentia}erence/recommended`, false, undefined],
        ["/aws/service/ecs/optimized-ami/amazon-linux-2/recommended", false, undefined],
        ["/own/ami", false, undefined],
    ];
    for (const [parameter, published, supports] of drivers) {
        it(`are ${published ? "" : "not "}what ${parameter} names, with a driver for Runtime 1.x: ${String(supports)}`, () => {
            assert.deepStrictEqual(
                [isInferentiaAmiParameter(parameter), amiSupportsRuntime1(parameter)],
                [published, supports],
            );
        });
    }
});
