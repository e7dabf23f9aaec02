import { pool, refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with images", () => {
    refuses([
        [
            "an image for other chips",
            {
                ...withContainer({
                    image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-neuronx:2.1",
                }),
                pool,
            },
            [
                'containers[0].image is "pytorch-inference-neuronx", which cannot run on inf1.6xlarge: its neuronx ' +
                    "frameworks are for Inferentia2, Trainium, Trainium2; choose an image for these chips, or instances " +
                    "for the image",
            ],
        ],
        [
            "an image for other chips, from a dual-stack registry, on whatever type the daemon drives",
            withContainer({ image: "763104351884.dkr-ecr.us-east-1.on.aws/pytorch-inference-neuronx:2.1" }),
            [
                'containers[0].image is "pytorch-inference-neuronx", which cannot run on inf1.xlarge: its neuronx ' +
                    "frameworks are for Inferentia2, Trainium, Trainium2; choose an image for these chips, or instances " +
                    "for the image",
            ],
        ],
        [
            "an image whose SDK has left the chips",
            {
                ...withContainer({
                    image: "public.ecr.aws/neuron/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.21.0-ubuntu20.04",
                }),
                instanceType: "inf1.xlarge",
                runtime: "libnrt",
            },
            [
                'containers[0].image is "neuron/pytorch-inference-neuron", which cannot run on inf1.xlarge: SDK 2.21 has no ' +
                    "runtime library for it: 2.20 is the last one that has; choose an image for these chips, or " +
                    "instances for the image",
            ],
        ],
    ]);
});
