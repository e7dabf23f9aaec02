/**
 * The images of AWS's with the runtime library that take the place of its images with Runtime 1.x.
 *
 * Source: aws/deep-learning-containers, available_images.md (Neuron containers, and prior ones); for the gallery,
 * aws-neuron/deep-learning-containers, README of 2.20.2.
 */
import { imageName, withoutDigest } from "./image";
import { neuronPublicRegistry, readNeuronImage, type NeuronImage, type Version } from "./neuron-image";
import type { NeuronChip } from "./neuron-instances";
import { imageProblem, isLater } from "./neuron-sdk";

/** The last image of a framework, for the chips of its software. */
interface Successor {
    readonly framework: "pytorch" | "tensorflow" | "mxnet";
    /** The major version of the framework, which its programs are written for. */
    readonly major: number;
    readonly software: "neuron" | "neuronx";
    readonly tag: string;
    /** Whether the public gallery has it too. */
    readonly isPublic: boolean;
}

function successor(
    framework: Successor["framework"],
    major: number,
    software: Successor["software"],
    tag: string,
    isPublic = false,
): Successor {
    return { framework, major, software, tag, isPublic };
}

/** Those of one major version of a framework, so that its programs need no other. */
export const successors: readonly Successor[] = [
    successor("pytorch", 1, "neuron", "1.13.1-neuron-py310-sdk2.20.2-ubuntu20.04", true),
    successor("tensorflow", 2, "neuron", "2.10.1-neuron-py310-sdk2.17.0-ubuntu20.04"),
    successor("tensorflow", 1, "neuron", "1.15.5-neuron-py38-sdk2.8.0-ubuntu20.04"),
    successor("mxnet", 1, "neuron", "1.8.0-neuron-py38-sdk2.5.0-ubuntu20.04"),
    successor("pytorch", 1, "neuronx", "1.13.1-neuronx-py310-sdk2.20.2-ubuntu20.04", true),
    successor("tensorflow", 2, "neuronx", "2.10.1-neuronx-py310-sdk2.17.0-ubuntu20.04"),
];

/** The first SDK whose frameworks use the runtime library (AWS Neuron, Introducing Neuron Runtime 2.x). */
const firstSdkWithLibrary: Version = [1, 16];

/** Whether an image of AWS's, which is not the daemon's, surely has the runtime library, and serves a chip. */
export function hasLibraryFor(image: NeuronImage, chip: NeuronChip): boolean {
    const { software, sdk } = image;
    const isNew = sdk !== undefined && !isLater(firstSdkWithLibrary, sdk);
    return (software === "neuronx" || isNew) && imageProblem(image, chip) === undefined;
}

/** The image of AWS's that takes an image's place on a chip; undefined where there is none, or it is not AWS's. */
export function imageSuccessor(image: string, chip: NeuronChip): string | undefined {
    const name = imageName(image);
    const parts = /(.*\/)(pytorch|tensorflow|mxnet)-inference-neuronx?$/.exec(name);
    const major = Number(/^:(\d+)\./.exec(withoutDigest(image).slice(name.length))?.[1]);
    if (parts === null || readNeuronImage(image) === undefined) {
        return undefined;
    }
    const [, registry = "", framework = ""] = parts;
    const found = successors.find(
        (one) =>
            one.framework === framework &&
            one.major === major &&
            (one.isPublic || registry !== neuronPublicRegistry) &&
            imageProblem({ software: one.software, sdk: undefined }, chip) === undefined,
    );
    return found && `${registry}${found.framework}-inference-${found.software}:${found.tag}`;
}
