import assert from "node:assert/strict";
import { imageName } from "../../../contract/image";
import {
    isLibnrtVariable,
    isMonitorImage,
    isNamedForNeuron,
    isNeuronRequirement,
    isNeuronVariable,
    isNeuronxImage,
    isSdkImage,
} from "../../../ecs/task/signs";
import { imageRepository, isNeuronDevice, isNeuronRtdImage, neuronDeviceIndex } from "../../../contract";

describe("An image", () => {
    const repositories: [string, string][] = [
        ["790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest", "neuron-rtd"],
        ["790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd@sha256:abc", "neuron-rtd"],
        ["localhost:5000/team/neuron-rtd:1.0", "team/neuron-rtd"],
        ["localhost/neuron-rtd", "neuron-rtd"],
        ["team/neuron-rtd", "team/neuron-rtd"],
        ["neuron-rtd", "neuron-rtd"],
        ["registry.example/a/b:1@sha256:abc", "a/b"],
        ["localhosted/neuron-rtd", "localhosted/neuron-rtd"],
        ["my-localhost/neuron-rtd", "my-localhost/neuron-rtd"],
        ["", ""],
    ];
    for (const [image, repository] of repositories) {
        it(`${JSON.stringify(image)} is of repository ${JSON.stringify(repository)}`, () =>
            assert.equal(imageRepository(image), repository));
    }

    it("has a name, which is its repository with its registry", () => {
        assert.deepStrictEqual(["registry.example:5000/a/b:1@sha256:abc", "a/b"].map(imageName), [
            "registry.example:5000/a/b",
            "a/b",
        ]);
    });

    const named: [string, sdk: boolean, named: boolean, daemon: boolean][] = [
        ["790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:1.0.8444.0", false, true, true],
        ["example.org/team/neuron-rtd", false, true, true],
        ["example.org/neuron-rtd/proxy", false, true, false],
        ["example.org/my-neuron-rtd", false, true, false],
        ["763104351884.dkr.ecr.us-east-1.amazonaws.com/tensorflow-inference-neuron:1.15.4", true, true, false],
        ["763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-neuronx:2", true, true, false],
        ["763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-vllm-inference-neuronx:0.11", true, true, false],
        ["123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror/pytorch-training-neuronx", true, true, false],
        ["public.ecr.aws/neuron/pytorch-inference-vllm-neuronx:0.9", true, true, false],
        ["public.ecr.aws/neuron/neuron-node-recovery:1.3.0", false, true, false],
        ["registry.k8s.io/node-problem-detector/node-problem-detector:v0.8.19", false, false, false],
        ["example.org/bert:neuron-1.15", false, false, false],
        ["acme/web:feature-neuron-ui", false, false, false],
        ["opentensor/neuron", false, true, false],
        ["example.org/bert-inferentia", false, true, false],
        ["neuron.example.org/bert:1", false, false, false],
        ["example.org/neuronal-search:1", false, false, false],
        ["example.org/bert:1", false, false, false],
        ["own/Inference-A1-Neuron", true, true, false],
        ["own/a-inference-b2-c-neuron", true, true, false],
        ["own/a-inference-b-neuron-web", false, true, false],
        ["own/a_inference-neuron", false, true, false],
        ["own/a-inference_b-neuron", false, true, false],
        ["own/inferences-neuron", false, true, false],
        ["public.ecr.aws/neuron/bert", true, true, false],
        ["mirror/public.ecr.aws/neuron/bert", false, true, false],
        ["public.ecr.aws/neuron/neuron-rtd", false, true, true],
    ];
    for (const [image, sdk, neuron, daemon] of named) {
        const words = [sdk ? "is the SDK's" : "is not the SDK's", neuron ? "named for Neuron" : "not named for Neuron"];
        it(`${image} ${words.join(", ")}, and ${daemon ? "" : "not "}the daemon's`, () => {
            assert.deepStrictEqual(
                [isSdkImage(image), isNamedForNeuron(image), isNeuronRtdImage(image)],
                [sdk, neuron, daemon],
            );
        });
    }
});

describe("An image that watches the instances", () => {
    for (const image of [
        "registry.k8s.io/node-problem-detector/node-problem-detector:v0.8.19",
        "public.ecr.aws/neuron/neuron-node-problem-detector:1",
        "public.ecr.aws/neuron/neuron-node-recovery:1.3.0",
        "public.ecr.aws/neuron/neuron-monitor:1.3.0",
    ]) {
        it(`is ${image}`, () => assert.deepStrictEqual([isMonitorImage(image), isSdkImage(image)], [true, false]));
    }
    it("is no other", () => assert.equal(isMonitorImage("neuron-monitor/app"), false));
});

describe("A sign of the runtime library", () => {
    it("is an image whose repository ends with -neuronx", () =>
        assert.deepStrictEqual(
            ["own/a-neuronx:1", "own/a-NeuronX", "a-neuronx/own", "a-neuronx-b", "neuronx", "a-neuron"].map(
                isNeuronxImage,
            ),
            [true, true, false, false, false, false],
        ));

    it("is a variable that begins with NEURON_RT_", () =>
        assert.deepStrictEqual(["NEURON_RT_NUM_CORES", "NEURON_RTD_ADDRESS", "A_NEURON_RT_"].map(isLibnrtVariable), [
            true,
            false,
            false,
        ]));
});

describe("A requirement of Neuron", () => {
    it("has a type that begins so, in whatever spelling", () =>
        assert.deepStrictEqual(["NeuronDevice", "neuroncore", "GPU", "aNeuronDevice"].map(isNeuronRequirement), [
            true,
            true,
            false,
            false,
        ]));
});

describe("The index of a Neuron device", () => {
    it("is the number at the end of its path", () =>
        assert.deepStrictEqual(["/dev/neuron0", "/dev/neuron15", "/dev/neuron", "/dev/fuse"].map(neuronDeviceIndex), [
            0,
            15,
            undefined,
            undefined,
        ]));
});

describe("A sign of Neuron", () => {
    for (const name of [
        "NEURON_RTD_ADDRESS",
        "AWS_NEURON_VISIBLE_DEVICES",
        "NEURON_RT_VISIBLE_CORES",
        "NEURON_RT_NUM_CORES",
        "NEURONCORE_GROUP_SIZES",
    ]) {
        it(`is the variable ${name}`, () => assert.equal(isNeuronVariable(name), true));
    }
    for (const name of ["NEURON", "MY_NEURON_RTD_ADDRESS", "neuron_rtd_address", "AWS_REGION", ""]) {
        it(`is not the variable ${JSON.stringify(name)}`, () => assert.equal(isNeuronVariable(name), false));
    }
    for (const path of ["/dev/neuron", "/dev/neuron0", "/dev/neuron15"]) {
        it(`is the device ${path}`, () => assert.equal(isNeuronDevice(path), true));
    }
    for (const path of ["/dev/neurons", "/dev/neuron0/x", "dev/neuron0", "/tmp/dev/neuron0", "/dev/nvidia0"]) {
        it(`is not the device ${path}`, () => assert.equal(isNeuronDevice(path), false));
    }
});
