import assert from "node:assert/strict";
import { readNeuronImage, type NeuronImage } from "../../contract";

const registry = "763104351884.dkr.ecr.us-west-2.amazonaws.com";

describe("The name of a Neuron image", () => {
    const images: [string, NeuronImage | undefined][] = [
        [
            `${registry}/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04`,
            { software: "neuronx", sdk: [2, 20] },
        ],
        [
            `${registry}/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.18.2-ubuntu20.04`,
            { software: "neuron", sdk: [2, 18] },
        ],
        [
            "public.ecr.aws/neuron/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.18.2-ubuntu20.04",
            { software: "neuronx", sdk: [2, 18] },
        ],
        [
            "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04",
            { software: "neuron", sdk: undefined },
        ],
        [
            "public.ecr.aws/neuron/pytorch-inference-vllm-neuronx:0.24.0.1.1.0-neuronx-py313-sdk2.32.0-ubuntu24.04",
            { software: "neuronx", framework: "vllm", version: [0, 24], sdk: [2, 32] },
        ],
        [
            "public.ecr.aws/neuron/pytorch-inference-vllm-neuronx:latest",
            { software: "neuronx", framework: "vllm", version: undefined, sdk: undefined },
        ],
        [
            `${registry}/pytorch-inference-vllm-neuronx:10.1`,
            { software: "neuronx", framework: "vllm", version: [10, 1], sdk: undefined },
        ],
        [
            `${registry}/pytorch-inference-vllm-neuronx:v0.24.0`,
            { software: "neuronx", framework: "vllm", version: undefined, sdk: undefined },
        ],
        [
            `${registry}/tensorflow-inference-neuronx:2.10.1-neuronx-py310-sdk2.17.0-ubuntu20.04`,
            { software: "neuronx", framework: "tensorflow", version: [2, 10], sdk: [2, 17] },
        ],
        [
            `${registry}/huggingface-vllm-inference-neuronx:0.11.0-optimum0.4.5-neuronx-py310-sdk2.26.1-ubuntu22.04`,
            { software: "neuronx", sdk: [2, 26] },
        ],
        [
            `${registry}/huggingface-pytorch-tgi-inference:2.1.2-optimum0.0.27-neuronx-py310-ubuntu22.04`,
            { software: "neuronx", sdk: undefined },
        ],
        [`${registry}/huggingface-pytorch-tgi-inference:2.4.0-tgi2.4.0-gpu-py311-cu124-ubuntu22.04`, undefined],
        [`${registry}/djl-inference:0.29.0-neuronx-sdk2.19.1`, { software: "neuronx", sdk: [2, 19] }],
        [`${registry}/djl-inference:0.29.0-tensorrtllm0.11.0-cu124`, undefined],
        [`${registry}/huggingface-vllm-inference-neuronx`, { software: "neuronx", sdk: undefined }],
        [`${registry}/pytorch-training-neuronx@sha256:00`, { software: "neuronx", sdk: undefined }],
        // Of the first SDKs for Trn1.
        [`${registry}/pytorch-training-neuron:1.10.2-neuron-py38-sdk2.2.1-ubuntu18.04`, undefined],
        ["790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest", { software: "neuron-rtd", sdk: undefined }],
        ["123456789012.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest", undefined],
        ["123456789012.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuron:own", undefined],
        ["michaelf34/infinity:0.0.71-neuron", undefined],
        ["public.ecr.aws/somebody/pytorch-inference-neuron:1", undefined],
        ["pytorch-inference-neuronx", undefined],
        ["", undefined],
        // The daemon's own registry has nothing else, and that of the frameworks no daemon.
        ["790709498068.dkr.ecr.us-east-1.amazonaws.com/djl-inference:neuronx", undefined],
        [`${registry}/neuron-rtd:latest`, undefined],
        [`own/${registry}/pytorch-inference-neuron:1`, undefined],
        [`${registry}/pytorch-inference-neuron:sdk2.18`, { software: "neuron", sdk: [2, 18] }],
        [`${registry}/pytorch-inference-neuron:1-sdk12.118.0-a`, { software: "neuron", sdk: [12, 118] }],
        [`${registry}/pytorch-inference-neuron:1-asdk2.18`, { software: "neuron", sdk: undefined }],
        [`${registry}/djl-inference:neuronx-sdk2.19.1`, { software: "neuronx", sdk: [2, 19] }],
        [`${registry}/djl-inference:0.29.0-neuronx`, { software: "neuronx", sdk: undefined }],
        [`${registry}/djl-inference:0.29.0-aneuronx`, undefined],
        [`${registry}/djl-neuronx-inference:0.29.0`, undefined],
        [`${registry}/own-neuronx-sdk2.18-inference:0.29.0`, undefined],
    ];
    for (const [image, read] of images) {
        it(`says ${read === undefined ? "nothing" : JSON.stringify(read)}: ${image}`, () =>
            assert.deepStrictEqual(readNeuronImage(image), read));
    }
});

describe("The registries of AWS's Neuron images", () => {
    it("are those of the AWS Deep Learning Containers in each region", () => {
        const accounts = [
            "763104351884",
            "204538143572",
            "217643126080",
            "364406365360",
            "380420809688",
            "442386744353",
            "457447274322",
            "503227376785",
            "550225433462",
            "626614931356",
            "692866216735",
            "727897471807",
            "772153158452",
            "780543022126",
            "871362719292",
            "886529160074",
        ];
        assert.deepStrictEqual(
            accounts.filter(
                (account) => readNeuronImage(`${account}.dkr.ecr.a-b.amazonaws.com/a-inference-neuron`) === undefined,
            ),
            [],
        );
    });
});
